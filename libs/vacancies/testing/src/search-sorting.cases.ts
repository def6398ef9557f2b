import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancySearch } from '@job-scope/vacancies-ports';
import { monthly, placedAt } from './search-case';
import { found, foundTitles, idsOf, put, vacancyToFind, walk, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const OFFERS = [
  { title: '..300', ...monthly(null, 300) },
  { title: 'unknown' },
  { title: '200..900', ...monthly(200, 900) },
  { title: '100..', ...monthly(100, null) },
  { title: 'unknown' },
];

const MIDDLE = { lat: 55.75, lng: 37.6 };
export const BY_DISTANCE = { near: { point: MIDDLE, radiusMetres: 100_000 }, sort: 'distance' } as const;

/** As many as asked, each two of which are alike in what they can be sorted by; one in five is without salary. */
export const sortable = (size: number): Vacancy[] =>
  Array.from({ length: size }, (_, i) => {
    const rank = Math.floor(i / 2);
    return vacancyToFind({
      title: i % 3 === 0 ? 'Повар' : 'Повар ресторана на берегу',
      publishedAt: new Date(Date.UTC(2026, 4, 1, rank)),
      ...(i % 5 === 0 ? {} : monthly(10_000 + rank, null)),
      ...placedAt(MIDDLE.lat + rank / 1000, MIDDLE.lng),
    });
  });

export const SORTINGS: readonly Pick<VacancySearch, 'sort' | 'order' | 'near'>[] = [
  { sort: 'published', order: 'desc' },
  { sort: 'published', order: 'asc' },
  { sort: 'salary', order: 'desc' },
  { sort: 'salary', order: 'asc' },
  { sort: 'id', order: 'desc' },
  { sort: 'id', order: 'asc' },
  { ...BY_DISTANCE, order: 'asc' },
];

export const searchSortingCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'V-11: sorts by salary, the lower bound or else the upper, and unknown ones come last in either order',
    check: async (harness) => {
      await put(harness, ...OFFERS.map(vacancyToFind));
      const sort = 'salary';
      const [rising, falling] = [
        ['100..', '200..900', '..300'],
        ['..300', '200..900', '100..'],
      ];
      expect(await foundTitles(harness, { sort, order: 'asc' })).toEqual([...rising, 'unknown', 'unknown']);
      expect(await foundTitles(harness, { sort, order: 'desc' })).toEqual([...falling, 'unknown', 'unknown']);
    },
  },
  {
    title: 'lists the oldest first when asked to',
    check: async (harness) => {
      const vacancies = [3, 1, 2].map((day) =>
        vacancyToFind({ title: `${day}`, publishedAt: new Date(Date.UTC(2026, 1, day)) }),
      );
      await put(harness, ...vacancies);
      expect(await foundTitles(harness, { order: 'asc' })).toEqual(['1', '2', '3']);
    },
  },
  {
    title: 'sorts by identifier: in the order in which vacancies were first seen',
    check: async (harness) => {
      const vacancies = sortable(6);
      const ids = vacancies.map(({ id }) => id);
      await put(harness, ...vacancies.toReversed());
      expect(idsOf([await found(harness, { sort: 'id', order: 'asc' })])).toEqual(ids);
      expect(idsOf([await found(harness, { sort: 'id', order: 'desc' })])).toEqual(ids.toReversed());
    },
  },
  {
    title: 'sorts by distance, the nearest first whatever the order',
    check: async (harness) => {
      const at = (title: string, lat: number) => vacancyToFind({ title, ...placedAt(lat, MIDDLE.lng) });
      await put(harness, at('3', 56.05), at('1', 55.75), at('2', 55.65));
      for (const order of ['asc', 'desc'] as const) {
        const { items } = await found(harness, { ...BY_DISTANCE, order });
        expect(items.map(({ title }) => title)).toEqual(['1', '2', '3']);
        const kilometres = items.map(({ distanceMetres }) => Math.round((distanceMetres ?? -1) / 1000));
        expect(kilometres).toEqual([0, 11, 33]);
      }
    },
  },
  {
    title: 'sorts by publication and by salary with a text, too',
    check: async (harness) => {
      const offer = (title: string, amount: number) => vacancyToFind({ title, ...monthly(amount, null) });
      await put(harness, offer('Повар', 300), offer('Су-повар цеха', 100), offer('Повар повар', 200), offer('Швея', 1));
      const search = { text: 'повар', order: 'asc' } as const;
      expect(await foundTitles(harness, { ...search, sort: 'salary' })).toEqual([
        'Су-повар цеха',
        'Повар повар',
        'Повар',
      ]);
      expect(await foundTitles(harness, { ...search, sort: 'published' })).toEqual([
        'Повар',
        'Су-повар цеха',
        'Повар повар',
      ]);
    },
  },
  ...SORTINGS.map((sorting) => ({
    title: `shows every vacancy once, page by page as at once: by ${sorting.sort}, ${sorting.order}`,
    check: async (harness: VacancySearchHarness) => {
      await put(harness, ...sortable(13));
      const atOnce = idsOf([await found(harness, sorting)]);
      expect(new Set(atOnce).size).toBe(13);
      for (const limit of [1, 4]) expect(idsOf(await walk(harness, { ...sorting, limit }))).toEqual(atOnce);
    },
  })),
];
