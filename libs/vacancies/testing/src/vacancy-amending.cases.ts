import { anAmendment, at, aVacancyToStore, someDetails } from './builders';
import type { SuiteCase } from './suite';
import { storeOne, type VacancyStoreHarness } from './vacancy-store-harness';
import type { VacancyAmendment } from '@job-scope/vacancies-ports';

const amend = ({ unitOfWork }: VacancyStoreHarness, batch: readonly VacancyAmendment[], seconds: number) =>
  unitOfWork.run((tx) => tx.vacancies.amend(batch, at(seconds)));

const aStored = (harness: VacancyStoreHarness, sourceId = '1') =>
  storeOne(harness, aVacancyToStore(sourceId, 'same'), at(0));

export const vacancyAmendingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'adds the details that were told of a vacancy, as a change of it',
    check: async (harness) => {
      const before = await aStored(harness);
      const written = await amend(harness, [anAmendment(before.id, 'active', 'Текст')], 5);
      expect(written).toEqual([{ id: before.id, revision: 2, outcome: 'changed' }]);
      const after = { details: someDetails('Текст'), revision: 2, changedAt: at(5), lastSeenAt: at(5) };
      expect(await harness.vacancies.byId(before.id)).toEqual({ ...before, ...after });
    },
  },
  {
    title: 'V-16: writes nothing when a vacancy is told as it is known, and notes that it was seen',
    check: async (harness) => {
      const before = await aStored(harness);
      await amend(harness, [anAmendment(before.id, 'active', 'Текст')], 1);
      expect(await amend(harness, [anAmendment(before.id, 'active', 'Текст')], 2)).toEqual([]);
      expect(await amend(harness, [anAmendment(before.id, 'active')], 3)).toEqual([]);
      const after = { details: someDetails('Текст'), revision: 2, changedAt: at(1), lastSeenAt: at(3) };
      expect(await harness.vacancies.byId(before.id)).toMatchObject(after);
    },
  },
  {
    title: 'V-21: closes a vacancy only when that was told, and keeps what it says',
    check: async (harness) => {
      const before = await aStored(harness);
      await amend(harness, [anAmendment(before.id, 'archived', 'Текст')], 1);
      expect(await amend(harness, [anAmendment(before.id, 'archived')], 2)).toEqual([]);
      const after = { title: before.title, state: 'archived', details: someDetails('Текст'), revision: 2 };
      expect(await harness.vacancies.byId(before.id)).toMatchObject(after);
    },
  },
  {
    title: 'V-6: keeps the payload of details that could not be understood, and the details that are known',
    check: async (harness) => {
      const { id } = await aStored(harness);
      await amend(harness, [anAmendment(id, 'active', 'Текст')], 1);
      const inVain = { id, state: 'active', details: null, rejectedRaw: { description: 7 } } as const;
      expect(await amend(harness, [inVain], 2)).toEqual([{ id, revision: 3, outcome: 'changed' }]);
      expect(await amend(harness, [inVain], 3)).toEqual([]);
      expect(await harness.vacancies.byId(id)).toMatchObject({ details: someDetails('Текст'), revision: 3 });
      const [payload] = await harness.payloads.page({ source: 'headhunter', after: null, limit: 1 });
      expect(payload?.detailsRaw).toEqual({ description: 7 });
    },
  },
  {
    title: 'says of a vacancy that is gone when it was last seen, not when it was missed',
    check: async (harness) => {
      const { id } = await aStored(harness);
      await amend(harness, [anAmendment(id, 'gone')], 9);
      const after = { state: 'gone', revision: 2, changedAt: at(9), lastSeenAt: at(0) };
      expect(await harness.vacancies.byId(id)).toMatchObject(after);
    },
  },
  {
    title: 'amends many at once, and passes over what is not stored',
    check: async (harness) => {
      const [one, two] = [await aStored(harness, '1'), await aStored(harness, '2')];
      const stranger = '01900000-0000-7000-8000-0000000000ff';
      const batch = [
        anAmendment(stranger, 'gone'),
        anAmendment(two.id, 'gone'),
        anAmendment(one.id, 'active', 'Текст'),
      ];
      const written = await amend(harness, batch, 1);
      expect(written.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
      expect(await amend(harness, [], 1)).toEqual([]);
    },
  },
];
