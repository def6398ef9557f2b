import type { VacancySearch } from '@job-scope/vacancies-ports';
import { failureOf, found, idsOf, put, vacancyToFind, walk, type VacancySearchHarness } from './search-harness';
import { BY_DISTANCE, sortable, SORTINGS } from './search-sorting.cases';
import type { SuiteCase } from './suite';

const EXPIRED = { code: 'search.cursor-expired' };
const BY_RELEVANCE = { text: 'повар', sort: 'relevance' } as const;
const nameOf = ({ sort, order }: Pick<VacancySearch, 'sort' | 'order'>): string => `by ${sort}, ${order}`;

const secondPage = async (harness: VacancySearchHarness, search: Partial<VacancySearch>) => {
  const { next } = await found(harness, { ...search, limit: 1 });
  if (!next) throw new Error('there is no second page');
  return next;
};

/** Among, before and behind the vacancies that are there. */
const newcomers = () =>
  sortable(30)
    .filter((_, i) => i % 10 === 4)
    .map((vacancy) => ({ ...vacancy, title: 'Новый повар' }));

/** Between two pages others come in, one that was shown is closed, and one that was not is written again. */
const whileOthersWrite = async (harness: VacancySearchHarness, sorting: Partial<VacancySearch>): Promise<void> => {
  const vacancies = sortable(15);
  await put(harness, ...vacancies);
  const before = idsOf([await found(harness, sorting)]);
  const stored = (place: number) => vacancies.find(({ id }) => id === before.at(place)) ?? vacancyToFind();
  let page = 0;
  const pages = await walk(harness, { ...sorting, limit: 2 }, async () => {
    // A walk towards those who come in would never end if they never ceased to.
    if (++page > 3) return;
    const [shown, unseen] = [stored(page - 1), stored(page + 5)];
    await put(harness, ...newcomers(), { ...shown, state: 'archived', revision: 2 }, { ...unseen, revision: 2 });
  });
  const shown = idsOf(pages);
  expect(new Set(shown).size).toBe(shown.length);
  const known = new Set(before);
  expect(shown.filter((id) => known.has(id))).toEqual(before);
};

export const searchCursorCases: readonly SuiteCase<VacancySearchHarness>[] = [
  ...[...SORTINGS, { ...BY_RELEVANCE, order: 'desc' as const }].map((sorting) => ({
    title: `neither repeats nor misses a vacancy while others write: ${nameOf(sorting)}`,
    check: (harness: VacancySearchHarness) => whileOthersWrite(harness, sorting),
  })),
  {
    title: 'V-13: reaches the last of more than 200 pages, by publication, salary and identifier',
    check: async (harness) => {
      const vacancies = Array.from({ length: 205 }, () => vacancyToFind());
      await put(harness, ...vacancies);
      for (const sort of ['published', 'salary', 'id'] as const) {
        const pages = await walk(harness, { sort, limit: 1 });
        expect(pages).toHaveLength(205);
        expect(new Set(idsOf(pages)).size).toBe(205);
      }
    },
  },
  {
    title: 'V-13: ends by relevance where it says, and nowhere else',
    check: async (harness) => {
      await put(harness, ...sortable(9));
      const ending = { ...harness, reader: harness.readerEndingAt(5) };
      const best = idsOf([await found(harness, { ...BY_RELEVANCE })]).slice(0, 5);
      const pages = await walk(ending, { ...BY_RELEVANCE, limit: 2 });
      expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 1]);
      expect(idsOf(pages)).toEqual(best);
      expect(pages.map(({ total }) => total)).toEqual(Array.from({ length: 3 }, () => ({ value: 9, exact: true })));
      expect(idsOf([await found(ending, { ...BY_RELEVANCE, limit: 100 })])).toEqual(best);
      expect(idsOf(await walk(ending, { text: 'повар', limit: 2 }))).toHaveLength(9);
    },
  },
  {
    title: 'V-13: ends by distance where it says, too',
    check: async (harness) => {
      await put(harness, ...sortable(9));
      const ending = { ...harness, reader: harness.readerEndingAt(5) };
      const nearest = idsOf([await found(harness, BY_DISTANCE)]).slice(0, 5);
      expect(idsOf(await walk(ending, { ...BY_DISTANCE, limit: 2 }))).toEqual(nearest);
      expect((await found(ending, { ...BY_DISTANCE, limit: 100 })).total).toEqual({ value: 9, exact: true });
    },
  },
  ...[...SORTINGS, { ...BY_RELEVANCE, order: 'desc' as const }].map((sorting) => ({
    title: `refuses as expired what somebody has made of a position ${nameOf(sorting)}`,
    check: async (harness: VacancySearchHarness) => {
      await put(harness, ...sortable(4));
      const { list, after } = await secondPage(harness, sorting);
      const [, id = null] = after;
      const [own, ...others] = [after, after.toReversed()].map((each) => JSON.stringify(each));
      const wrong = [[], ['x'], [id], [...after, 'surplus'], [NaN, ...after.slice(1)], ['x', 'y', 'z']];
      const all = [null, -1, `' OR 1=1 --`].map((same) => after.map(() => same));
      const swapped = others[0] === own ? [] : [after.toReversed()];
      for (const each of [...wrong, ...all, ...swapped]) {
        const failure = await failureOf(harness, { ...sorting, from: { list, after: each } });
        expect([each, failure]).toEqual([each, EXPIRED]);
      }
      expect(await failureOf(harness, { ...sorting, from: { list: `${list}2`, after } })).toEqual(EXPIRED);
    },
  })),
  {
    title: 'refuses the position of every other order as expired',
    check: async (harness) => {
      await put(harness, ...sortable(4));
      const orders = [...SORTINGS, { ...BY_RELEVANCE, order: 'desc' as const }];
      for (const [i, made] of orders.entries()) {
        const from = await secondPage(harness, made);
        for (const asked of orders.filter((_, j) => j !== i)) {
          expect([nameOf(made), nameOf(asked), await failureOf(harness, { ...asked, from })]).toEqual([
            nameOf(made),
            nameOf(asked),
            EXPIRED,
          ]);
        }
      }
    },
  },
];
