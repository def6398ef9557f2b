import type { VacancyRewrite } from '@job-scope/vacancies-ports';
import { anAmendment, at, aVacancyToStore, someDetails } from './builders';
import type { SuiteCase } from './suite';
import { storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const rewrite = ({ unitOfWork }: VacancyStoreHarness, batch: readonly VacancyRewrite[]) =>
  unitOfWork.run((tx) => tx.vacancies.rewrite(batch));

const DAY = new Date('2026-03-01T00:00:00Z');
const NEXT_DAY = new Date('2026-03-02T00:00:00Z');
const KOPECKS = { fromMinor: 100, toMinor: null, currency: 'RUB', estimated: false, ratesOf: DAY } as const;

export const vacancyRewritingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'rewrites what was misread under the next revision: the vacancy did not change, and was not seen',
    check: async (harness) => {
      const before = await storeOne(harness, aVacancyToStore('1', 'misread', { title: 'Wrong' }), at(0));
      const vacancy = aVacancyToStore('1', 'read well', { title: 'Right', details: someDetails('Текст') });
      const written = await rewrite(harness, [{ ...vacancy, id: before.id, revision: 1 }]);
      expect(written).toEqual([{ id: before.id, revision: 2, outcome: 'changed' }]);
      const after = { title: 'Right', details: someDetails('Текст'), revision: 2 };
      expect(await harness.vacancies.byId(before.id)).toEqual({ ...before, ...after });
      expect(await harness.history.changes({ vacancyId: before.id, limit: 9 })).toMatchObject({ value: { items: [] } });
    },
  },
  {
    title: 'V-16: rewrites nothing that was read well',
    check: async (harness) => {
      const before = await storeOne(harness, aVacancyToStore('1', 'same'), at(0));
      const vacancy = { ...aVacancyToStore('1', 'same'), id: before.id, revision: 1 };
      expect(await rewrite(harness, [vacancy])).toEqual([]);
      expect(await harness.vacancies.byId(before.id)).toEqual(before);
    },
  },
  {
    title: 'rewrites what was concluded wrongly: duplicates and monthly salaries, but not for a rate alone',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'same'), at(0));
      const derive = (revision: number, derived: Parameters<typeof aVacancyToStore>[3]) =>
        rewrite(harness, [{ ...aVacancyToStore('1', 'same', {}, derived), id, revision }]);
      expect(await derive(1, { duplicateKey: 'key' })).toHaveLength(1);
      expect(await derive(2, { duplicateKey: 'key', monthlySalary: KOPECKS })).toHaveLength(1);
      expect(await derive(3, { duplicateKey: 'key', monthlySalary: { ...KOPECKS, ratesOf: NEXT_DAY } })).toEqual([]);
      const estimated = { duplicateKey: 'key', monthlySalary: { ...KOPECKS, estimated: true } };
      expect(await derive(3, estimated)).toHaveLength(1);
      expect(await harness.vacancies.byId(id)).toMatchObject({ ...estimated, revision: 4 });
    },
  },
  {
    title: 'leaves a vacancy alone that was written since its payload was read',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'old'), at(0));
      await storeOne(harness, aVacancyToStore('1', 'new', { title: 'New' }), at(1));
      const late = { ...aVacancyToStore('1', 'old, read anew', { title: 'Old' }), id, revision: 1 };
      expect(await rewrite(harness, [late])).toEqual([]);
      expect(await harness.vacancies.byId(id)).toMatchObject({ title: 'New', revision: 2 });
    },
  },
  {
    title: 'tells whether a vacancy is known better than it was at a moment',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(1));
      const known = (sourceId: string, seconds: number, source: 'headhunter' | 'trudvsem' = 'headhunter') =>
        harness.unitOfWork.run((tx) => tx.vacancies.isKnownSince({ source, sourceId }, at(seconds)));
      const amend = (state: 'active' | 'archived', seconds: number) =>
        harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, state, 'Текст')], at(seconds)));
      expect([await known('1', 0), await known('1', 1)]).toEqual([true, false]);
      expect([await known('2', 0), await known('1', 0, 'trudvsem')]).toEqual([false, false]);
      await amend('active', 2);
      await amend('active', 4);
      expect([await known('1', 1), await known('1', 3)]).toEqual([true, false]);
      await amend('archived', 5);
      await amend('archived', 7);
      expect([await known('1', 4), await known('1', 6), await known('1', 7)]).toEqual([true, true, false]);
    },
  },
  {
    title: 'leaves the state and the payloads alone, which later answers may have told',
    check: async (harness) => {
      const { id, raw } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      const amendment = anAmendment(id, 'archived', 'Текст');
      await harness.unitOfWork.run((tx) => tx.vacancies.amend([amendment], at(1)));
      await rewrite(harness, [{ ...aVacancyToStore('1', 'b', { raw: 'nothing' }), id, revision: 2 }]);
      expect(await harness.vacancies.byId(id)).toMatchObject({ state: 'archived', details: someDetails('Текст'), raw });
      const [payload] = await harness.payloads.page({ source: 'headhunter', after: null, limit: 1 });
      expect(payload).toEqual({ id, revision: 3, raw, detailsRaw: { description: 'Текст' } });
    },
  },
  {
    title: 'gives the payloads of a source in the order of their identifiers, a page at a time',
    check: async (harness) => {
      const ids: string[] = [];
      for (const sourceId of ['3', '1', '2'])
        ids.push((await storeOne(harness, aVacancyToStore(sourceId, 'a'), at(0))).id);
      const page = (after: string | null) => harness.payloads.page({ source: 'headhunter', after, limit: 2 });
      const [first, second] = [await page(null), await page(ids.toSorted()[1]!)];
      expect([...first, ...second].map(({ id }) => id)).toEqual(ids.toSorted());
      expect(first[0]).toMatchObject({ revision: 1, detailsRaw: null });
      expect(await page(ids.toSorted()[2]!)).toEqual([]);
    },
  },
  {
    title: 'forgets the payload of details once another payload tells them itself',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      await harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, 'active', 'Текст')], at(1)));
      await storeOne(harness, aVacancyToStore('1', 'b', { details: someDetails('Иной') }), at(2));
      const [payload] = await harness.payloads.page({ source: 'headhunter', after: null, limit: 1 });
      expect(payload).toMatchObject({ revision: 3, detailsRaw: null });
    },
  },
];
