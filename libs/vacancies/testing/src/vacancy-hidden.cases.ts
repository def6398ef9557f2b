import type { PagePosition } from '@job-scope/kernel';
import type { Vacancy } from '@job-scope/vacancies-domain';
import { at, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const withhold = (
  { unitOfWork }: VacancyStoreHarness,
  id: string,
  withheld: 'hidden' | 'deleted' | null,
  seconds = 5,
) => unitOfWork.run(({ vacancies }) => vacancies.withhold(id, withheld, at(seconds)));

const page = async ({ hidden }: VacancyStoreHarness, limit: number, from?: PagePosition) => {
  const listed = await hidden.list({ limit, from });
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value;
};

/** Five, two of them hidden in the same millisecond; the last hidden first. */
const someHidden = async (harness: VacancyStoreHarness): Promise<readonly Vacancy[]> => {
  const all: Vacancy[] = [];
  for (const [index, seconds] of [0, 1, 2, 2, 3].entries()) {
    const vacancy = await storeOne(harness, aVacancyToStore(String(index), 'a'), at(0));
    await withhold(harness, vacancy.id, 'hidden', seconds);
    all.unshift(vacancy);
  }
  return all;
};

export const vacancyHiddenCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'lists what is hidden and nothing else, with when it was, as its source tells it by now',
    check: async (harness) => {
      expect(await page(harness, 9)).toEqual({ items: [] });
      const [hidden, deleted, shown] = await someHidden(harness);
      for (const { id } of (await page(harness, 9)).items.slice(3)) await withhold(harness, id, null);
      await withhold(harness, deleted?.id ?? '', 'deleted');
      await withhold(harness, shown?.id ?? '', null);
      await store(harness, [aVacancyToStore(hidden?.sourceId ?? '', 'b', { title: 'B' })], at(9));
      expect((await page(harness, 9)).items).toEqual([
        expect.objectContaining({ id: hidden?.id, title: 'B', revision: 3, hiddenAt: at(3) }),
      ]);
    },
  },
  {
    title: 'lists what is hidden once, the last hidden first, whatever the size of a page, and while others are hidden',
    check: async (harness) => {
      const ids = (await someHidden(harness)).map(({ id }) => id);
      const { items, next } = await page(harness, 2);
      const { id } = await storeOne(harness, aVacancyToStore('9', 'a'), at(0));
      await withhold(harness, id, 'hidden', 9);
      const rest = await page(harness, 2, next);
      const last = await page(harness, 2, rest.next);
      expect([...items, ...rest.items, ...last.items].map((each) => each.id)).toEqual(ids);
      expect(last.next).toBeUndefined();
    },
  },
  {
    title: 'refuses a position in what is hidden that it did not give, or that was altered',
    check: async (harness) => {
      await someHidden(harness);
      const { next } = await page(harness, 2);
      if (!next) throw new Error('there is no next page');
      for (const from of [
        { ...next, list: 'vacancies/other/list' },
        { ...next, after: [] },
        { ...next, after: next.after.map(() => null) },
        { ...next, after: next.after.map(() => `'; DROP TABLE vacancies`) },
        { ...next, after: [...next.after, 1] },
      ]) {
        expect(await harness.hidden.list({ limit: 2, from })).toEqual({
          ...{ ok: false, error: { code: 'vacancies.cursor-expired' } },
        });
      }
    },
  },
];
