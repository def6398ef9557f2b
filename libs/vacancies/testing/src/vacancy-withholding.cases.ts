import { anAmendment, at, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const withhold = ({ unitOfWork }: VacancyStoreHarness, id: string, withheld: 'hidden' | 'deleted' | null) =>
  unitOfWork.run(({ vacancies }) => vacancies.withhold(id, withheld, at(5)));

const held = ({ unitOfWork }: VacancyStoreHarness, id: string) => unitOfWork.run(({ vacancies }) => vacancies.hold(id));

export const vacancyWithholdingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'reads within a transaction what readers do, and what was written there so far',
    check: async (harness) => {
      const stored = await storeOne(harness, aVacancyToStore('1', 'a', {}, { duplicateKey: 'k' }), at(0));
      const { id } = stored;
      await harness.unitOfWork.run(async ({ vacancies }) => {
        expect(await vacancies.byId(id)).toEqual(stored);
        await vacancies.store([aVacancyToStore('1', 'b', { title: 'B' })], at(1));
        expect(await vacancies.byId(id)).toMatchObject({ title: 'B', revision: 2, lastSeenAt: at(1) });
        await vacancies.withhold(id, 'hidden', at(2));
        expect(await vacancies.byId(id)).toBeUndefined();
      });
    },
  },
  {
    title: 'shows to no reader what is withheld, alone, in a list or among duplicates, and to all what is shown again',
    check: async (harness) => {
      const { vacancies } = harness;
      const first = await storeOne(harness, aVacancyToStore('1', 'a', {}, { duplicateKey: 'k' }), at(0));
      const second = await storeOne(harness, aVacancyToStore('2', 'a', {}, { duplicateKey: 'k' }), at(1));
      for (const withheld of ['hidden', 'deleted'] as const) {
        await withhold(harness, first.id, withheld);
        expect(await vacancies.byId(first.id)).toBeUndefined();
        expect((await vacancies.byIds([first.id, second.id])).map(({ id }) => id)).toEqual([second.id]);
        expect((await vacancies.duplicatesOf(second.id, 9)).map(({ id }) => id)).toEqual([second.id]);
      }
      await withhold(harness, first.id, null);
      expect(await vacancies.byId(first.id)).toEqual({ ...first, revision: 4, changedAt: at(5) });
      expect((await vacancies.duplicatesOf(second.id, 9)).map(({ id }) => id)).toEqual([first.id, second.id]);
    },
  },
  {
    title: 'makes a revision of it, which is no change of the vacancy',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      expect(await held(harness, id)).toEqual({ revision: 1, withheld: null, edited: [] });
      expect(await withhold(harness, id, 'hidden')).toMatchObject({ id, revision: 2 });
      expect(await held(harness, id)).toEqual({ revision: 2, withheld: 'hidden', edited: [] });
      expect(await harness.history.changes({ vacancyId: id, limit: 9 })).toEqual({ ok: true, value: { items: [] } });
    },
  },
  {
    title: 'keeps back what is withheld, however often it is collected again, amended or closed',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      await withhold(harness, id, 'deleted');
      const { written } = await store(harness, [aVacancyToStore('1', 'b', { title: 'B' })], at(9));
      expect(written).toMatchObject([{ id, revision: 3 }]);
      await harness.unitOfWork.run(({ vacancies }) => vacancies.amend([anAmendment(id, 'archived', 'text')], at(9)));
      expect(await held(harness, id)).toEqual({ revision: 4, withheld: 'deleted', edited: [] });
      expect(await harness.vacancies.byId(id)).toBeUndefined();
    },
  },
  {
    title: 'holds and withholds nothing that is not stored',
    check: async (harness) => {
      const nobody = '00000000-0000-7000-8000-ffffffffffff';
      expect(await held(harness, nobody)).toBeUndefined();
      await expect(withhold(harness, nobody, 'hidden')).rejects.toThrow(nobody);
    },
  },
];
