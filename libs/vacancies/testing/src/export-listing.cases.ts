import { err, type PagePosition } from '@job-scope/kernel';
import type { VacancyExport } from '@job-scope/vacancies-ports';
import { at } from './builders';
import { add, OTHER, OWNER, type ExportsHarness } from './exports-harness';
import type { SuiteCase } from './suite';

const listOf = async ({ store }: ExportsHarness, limit: number, from?: PagePosition, now = at(9)) => {
  const listed = await store.ofOwner(OWNER, now, { limit, from });
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value;
};

export const exportListingCases: readonly SuiteCase<ExportsHarness>[] = [
  {
    title: 'lists every export of a user once, the newest first, whatever the size of a page, and none that is expired',
    check: async (harness) => {
      const made = [await add(harness), await add(harness, { expiresAt: at(99) }), await add(harness)];
      await add(harness, { expiresAt: at(5) });
      await add(harness, { ownerId: OTHER });
      for (const limit of [1, 2, 3, 9]) {
        const listed: VacancyExport[] = [];
        let from: PagePosition | undefined;
        do {
          const { items, next } = await listOf(harness, limit, from);
          expect(items.length).toBeLessThanOrEqual(limit);
          listed.push(...items);
          from = next;
        } while (from);
        expect(listed).toEqual(made.toReversed());
      }
      expect((await listOf(harness, 9, undefined, at(4))).items).toHaveLength(4);
    },
  },
  {
    title: 'refuses a position of exports that it did not give, or that was altered',
    check: async (harness) => {
      await Promise.all([add(harness), add(harness)]);
      const { list, after } = (await listOf(harness, 1)).next!;
      const altered = [[], [null], ['x'], [1], [...after, 1]].map((each) => ({ list, after: each }));
      for (const from of [{ list: 'vacancies/other/list', after }, ...altered]) {
        const answer = await harness.store.ofOwner(OWNER, at(9), { limit: 1, from });
        expect(answer).toEqual(err({ code: 'exports.cursor-expired' }));
      }
    },
  },
];
