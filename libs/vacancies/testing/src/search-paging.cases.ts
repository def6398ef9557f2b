import type { PagePosition } from '@job-scope/kernel';
import type { Vacancy } from '@job-scope/vacancies-domain';
import fc from 'fast-check';
import { failureOf, found, idsOf, put, vacancyToFind, walk, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

/** As many as asked, each three of which were published at the same moment and rank alike. */
const crowd = (size: number): Vacancy[] =>
  Array.from({ length: size }, (_, i) =>
    vacancyToFind({
      title: i % 3 === 0 ? 'Повар' : 'Старший повар ресторана',
      publishedAt: new Date(Date.UTC(2026, 4, 1, Math.floor(i / 3))),
    }),
  );

const newestFirst = (vacancies: readonly Vacancy[]): readonly string[] =>
  vacancies
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);

const positionAfterOne = async (harness: VacancySearchHarness): Promise<PagePosition> => {
  await put(harness, ...crowd(3));
  const { next } = await found(harness, { limit: 1 });
  if (!next) throw new Error('there is no second page');
  return next;
};

const EXPIRED = { code: 'search.cursor-expired' };

export const searchPagingCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'lists the newest first, and the later made first of those published at once',
    check: async (harness) => {
      const vacancies = crowd(10);
      await put(harness, ...vacancies);
      expect(idsOf([await found(harness, {})])).toEqual(newestFirst(vacancies));
    },
  },
  {
    title: 'shows every vacancy once and in order, whatever the size of the pages',
    check: async (harness) => {
      const vacancies = crowd(20);
      await put(harness, ...vacancies);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (limit) => {
          const pages = await walk(harness, { limit });
          expect(idsOf(pages)).toEqual(newestFirst(vacancies));
          expect(pages).toHaveLength(Math.ceil(vacancies.length / limit));
        }),
        { numRuns: 8 },
      );
    },
  },
  {
    title: 'shows every vacancy once by relevance too, though many rank alike',
    check: async (harness) => {
      const vacancies = crowd(20);
      await put(harness, ...vacancies);
      const search = { text: 'повар', sort: 'relevance' } as const;
      const [atOnce, inPages] = [await walk(harness, search), await walk(harness, { ...search, limit: 3 })];
      expect(idsOf(inPages)).toEqual(idsOf(atOnce));
      expect(new Set(idsOf(inPages)).size).toBe(vacancies.length);
    },
  },
  {
    title: 'counts all that match on every page, not what the page holds',
    check: async (harness) => {
      await put(harness, ...crowd(7));
      const totals = (await walk(harness, { limit: 3 })).map(({ total }) => total);
      expect(totals).toEqual(Array.from({ length: 3 }, () => ({ value: 7, exact: true })));
    },
  },
  {
    title: 'has no next page after the last, full as it may be',
    check: async (harness) => {
      await put(harness, ...crowd(4));
      expect((await walk(harness, { limit: 2 })).map(({ items }) => items.length)).toEqual([2, 2]);
    },
  },
  {
    title: 'neither repeats nor misses a vacancy while others come in between the pages',
    check: async (harness) => {
      const vacancies = crowd(9);
      await put(harness, ...vacancies);
      const newer = () => put(harness, vacancyToFind({ publishedAt: new Date('2026-06-01') }));
      expect(idsOf(await walk(harness, { limit: 2 }, newer))).toEqual(newestFirst(vacancies));
    },
  },
  {
    title: 'keeps the filters from page to page',
    check: async (harness) => {
      const closed = crowd(3).map((vacancy): Vacancy => ({ ...vacancy, state: 'archived' }));
      const open = crowd(5);
      await put(harness, ...closed, ...open);
      expect(idsOf(await walk(harness, { limit: 2 }))).toEqual(newestFirst(open));
    },
  },
  {
    title: 'refuses the position of another list as expired',
    check: async (harness) => {
      const next = await positionAfterOne(harness);
      const stranger = { ...next, list: 'vacancies/another-engine/published' };
      expect(await failureOf(harness, { from: stranger })).toEqual(EXPIRED);
    },
  },
  {
    title: 'refuses a position made for another order as expired',
    check: async (harness) => {
      const next = await positionAfterOne(harness);
      expect(await failureOf(harness, { from: next, text: 'повар', sort: 'relevance' })).toEqual(EXPIRED);
    },
  },
  {
    title: 'refuses a position that somebody has tampered with as expired',
    check: async (harness) => {
      const { list, after } = await positionAfterOne(harness);
      const [key = null, id = null] = after;
      const tampered = [
        [],
        [key],
        [id, key],
        [null, id],
        [key, 'x'],
        [key, null],
        [key, id, 1],
        [1e300, id],
        [-1e300, id],
      ];
      for (const strange of [...tampered, [NaN, id], [Infinity, id], ['1', id]]) {
        expect(await failureOf(harness, { from: { list, after: strange } })).toEqual(EXPIRED);
      }
    },
  },
];
