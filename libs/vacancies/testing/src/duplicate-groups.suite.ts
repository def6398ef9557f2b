import { MAX_UNTOLD, type DuplicateGroups, type VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { anAmendment, at, aVacancyToStore } from './builders';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface DuplicateGroupsHarness {
  readonly unitOfWork: VacancyUnitOfWork;
  readonly groups: DuplicateGroups;
}

/** Stores a vacancy that is seen for the first time at that second, or again with another key. */
const stored = async ({ unitOfWork }: DuplicateGroupsHarness, sourceId: string, key: string | null, seconds = 0) => {
  const vacancy = aVacancyToStore(sourceId, `${key}`, {}, { duplicateKey: key });
  const { written } = await unitOfWork.run((tx) => tx.vacancies.store([vacancy], at(seconds)));
  return written[0]?.id ?? '';
};

const become = (harness: DuplicateGroupsHarness, id: string, state: 'active' | 'archived') =>
  harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, state)], at(60)));

/** What a relay is told of these, and then counts as told. */
const told = async ({ groups }: DuplicateGroupsHarness, ...ids: readonly string[]) =>
  groups.hold(ids, async ({ canonical, outdated }) => ({
    canonical: Object.fromEntries(canonical),
    outdated: [...new Set(outdated)].toSorted(),
  }));

/** Two duplicates of which the index knows. */
const aPair = async (harness: DuplicateGroupsHarness) => {
  const first = await stored(harness, '1', 'same', 1);
  const second = await stored(harness, '2', 'same', 2);
  await told(harness, first, second);
  return { first, second };
};

export const duplicateGroupsCases: readonly SuiteCase<DuplicateGroupsHarness>[] = [
  {
    title: 'knows of nothing where there are no duplicates',
    check: async (harness) => {
      const ids = [
        await stored(harness, '1', 'one'),
        await stored(harness, '2', null),
        await stored(harness, '3', null),
      ];
      expect(await told(harness, ...ids)).toEqual({ canonical: {}, outdated: [] });
      expect(await told(harness)).toEqual({ canonical: {}, outdated: [] });
    },
  },
  {
    title: 'tells of a whole group once, and of none of it again while its canonical vacancy stays',
    check: async (harness) => {
      const second = await stored(harness, '2', 'same', 2);
      await stored(harness, '9', 'other');
      await told(harness, second);
      const first = await stored(harness, '1', 'same', 1);
      const canonical = { same: first };
      expect(await told(harness, first)).toEqual({ canonical, outdated: [first, second].toSorted() });
      const third = await stored(harness, '3', 'same', 3);
      expect(await told(harness, third)).toEqual({ canonical, outdated: [] });
      expect(await told(harness, first)).toEqual({ canonical, outdated: [] });
    },
  },
  {
    title: 'tells of no more than the old and the new canonical vacancy, whoever changed',
    check: async (harness) => {
      const { first, second } = await aPair(harness);
      const third = await stored(harness, '3', 'same', 3);
      await told(harness, third);
      await become(harness, first, 'archived');
      const both = [first, second].toSorted();
      expect(await told(harness, first)).toEqual({ canonical: { same: second }, outdated: both });
      await become(harness, first, 'active');
      expect(await told(harness, third)).toEqual({ canonical: { same: first }, outdated: both });
      expect(await told(harness, first)).toEqual({ canonical: { same: first }, outdated: [] });
    },
  },
  {
    title: 'tells of those that a vacancy leaves behind, and of those that it comes to',
    check: async (harness) => {
      const { first, second } = await aPair(harness);
      const other = await stored(harness, '8', 'other', 8);
      await told(harness, other);
      await stored(harness, '1', 'other', 9);
      const { canonical, outdated } = await told(harness, first);
      expect(canonical).toEqual({ same: second, other: first });
      expect(outdated).toEqual([first, second, other].toSorted());
      expect(await told(harness, second)).toEqual({ canonical: { same: second }, outdated: [] });
    },
  },
  {
    title: 'counts nothing as told when indexing failed',
    check: async (harness) => {
      const { first, second } = await aPair(harness);
      await become(harness, first, 'archived');
      const failing = harness.groups.hold([first], () => Promise.reject(new Error('no search server')));
      await expect(failing).rejects.toThrow('no search server');
      expect(await told(harness, second)).toMatchObject({ outdated: [first, second].toSorted() });
    },
  },
  {
    title: 'bounds how many it tells of, however large a group is',
    check: async (harness) => {
      const ids: string[] = [];
      for (let index = 0; index < MAX_UNTOLD + 5; index += 1)
        ids.push(await stored(harness, `${index}`, 'same', index));
      const [canonical] = ids;
      const untold = await told(harness, ids.at(-1) ?? '');
      expect(untold).toEqual({ canonical: { same: canonical }, outdated: ids.slice(0, MAX_UNTOLD).toSorted() });
    },
  },
  {
    title: 'lets nobody else hold a group meanwhile, in whatever order they are asked for',
    check: async (harness) => {
      const { first, second } = await aPair(harness);
      const [third, fourth] = [await stored(harness, '3', 'other', 3), await stored(harness, '4', 'other', 4)];
      let holders = 0;
      const alone = async () => {
        holders += 1;
        expect(holders).toBe(1);
        await harness.unitOfWork.run((tx) => tx.vacancies.amend([], at(0)));
        holders -= 1;
      };
      const holding = [
        [first, third],
        [fourth, second],
        [third, first],
        [second, fourth],
      ];
      await Promise.all(holding.map((ids) => harness.groups.hold(ids, alone)));
    },
  },
];

/** What every `DuplicateGroups` must do. */
export const describeDuplicateGroups = (name: string, open: OpenHarness<DuplicateGroupsHarness>): void =>
  describeSuite(`${name}: DuplicateGroups`, duplicateGroupsCases, open);
