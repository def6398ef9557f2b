import { anAmendment, at, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import { storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const aStored = (harness: VacancyStoreHarness, sourceId: string, duplicateKey: string | null, seconds = 0) =>
  storeOne(harness, aVacancyToStore(sourceId, 'a', {}, { duplicateKey }), at(seconds));

const idsOf = async ({ vacancies }: VacancyStoreHarness, id: string, limit = 100) =>
  (await vacancies.duplicatesOf(id, limit)).map((duplicate) => duplicate.id);

export const vacancyDuplicatesCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'shows a vacancy with all that share its key, the one first seen first, and no other',
    check: async (harness) => {
      const late = await aStored(harness, '1', 'same', 9);
      const early = await aStored(harness, '2', 'same', 1);
      const twin = await aStored(harness, '3', 'same', 9);
      await aStored(harness, '4', 'other');
      await aStored(harness, '5', null);
      const expected = [early.id, ...[late.id, twin.id].sort()];
      for (const { id } of [late, early, twin]) expect(await idsOf(harness, id)).toEqual(expected);
      const { id, source, url } = early;
      expect(await harness.vacancies.duplicatesOf(late.id, 1)).toEqual([{ id, source, url }]);
    },
  },
  {
    title: 'prefers an open vacancy to closed ones that were seen before',
    check: async (harness) => {
      const archived = await aStored(harness, '1', 'same', 1);
      const gone = await aStored(harness, '2', 'same', 2);
      const open = await aStored(harness, '3', 'same', 3);
      const closing = [anAmendment(archived.id, 'archived'), anAmendment(gone.id, 'gone')];
      await harness.unitOfWork.run((tx) => tx.vacancies.amend(closing, at(4)));
      expect(await idsOf(harness, gone.id)).toEqual([open.id, archived.id, gone.id]);
    },
  },
  {
    title: 'shows a vacancy alone that has no key, and nothing of one that is not stored',
    check: async (harness) => {
      const [{ id }] = [await aStored(harness, '1', null), await aStored(harness, '2', null)];
      expect(await idsOf(harness, id)).toEqual([id]);
      expect(await idsOf(harness, '01900000-0000-7000-8000-0000000000ff')).toEqual([]);
    },
  },
];
