import { VACANCY_STATES, type Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyFilters } from '@job-scope/vacancies-ports';
import { anEmployer } from './a-snapshot';
import { describeSuite, type OpenHarness } from './suite';
import {
  entry,
  estimated,
  EVERYWHERE,
  paid,
  COOK,
  DRIVER,
  ARBAT,
  MINSK,
  MOSCOW,
  RUSSIA,
  type StatisticsCase,
  type VacancyStatisticsHarness,
} from './vacancy-statistics-harness';
import { statisticsModelCase } from './vacancy-statistics-model.cases';

const unpaid = { withSalary: 0, estimated: 0, percentiles: null };

const expectPercentiles = (percentiles: readonly number[] | null, expected: readonly number[]) => {
  expect(percentiles).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(percentiles?.[i]).toBeCloseTo(value, 4));
};

const salaryCases: readonly StatisticsCase[] = [
  {
    title: 'nothing has no percentiles, and is not nought',
    check: async ({ statistics }) => {
      const none = { exact: true, all: { vacancies: 0, ...unpaid }, groups: [] };
      expect(await statistics.salaries({ by: 'area', ...EVERYWHERE })).toEqual(none);
    },
  },
  {
    title: 'percentiles are those of the middle of each offer, or of its only bound, interpolated between neighbours',
    check: async ({ statistics, put }) => {
      await put([paid(100), paid(100, 300), paid(300, null), paid(null, 400), paid(500)].map((of) => entry(of)));
      const { all } = await statistics.salaries({ by: 'month', ...EVERYWHERE });
      expect(all).toMatchObject({ vacancies: 5, withSalary: 5, estimated: 0 });
      expectPercentiles(all.percentiles, [140, 200, 300, 400, 460]);
    },
  },
  {
    title: 'V-1: unknown salaries, and those that cannot be compared, are counted but have no part in percentiles',
    check: async ({ statistics, put }) => {
      const rotation = { salary: { ...paid(900).salary, period: 'fly-in-fly-out' } as Vacancy['salary'] };
      await put([entry({}), entry(rotation), entry(paid(100)), entry(estimated(200))]);
      const { all } = await statistics.salaries({ by: 'experience', ...EVERYWHERE });
      expect(all).toMatchObject({ vacancies: 4, withSalary: 2, estimated: 1 });
      expectPercentiles(all.percentiles, [110, 125, 150, 175, 190]);
    },
  },
  {
    title: 'a region is the area of the second level, or the first where there is no second',
    check: async ({ statistics, put }) => {
      await put([
        entry(paid(100), { areaPath: [RUSSIA, MOSCOW, ARBAT] }),
        entry(paid(300), { areaPath: [RUSSIA, MOSCOW] }),
        entry({}, { areaPath: [MINSK] }),
        entry(paid(900)),
      ]);
      const { all, groups } = await statistics.salaries({ by: 'area', ...EVERYWHERE });
      expect(all.vacancies).toBe(4);
      expect(groups).toMatchObject([
        { ...MOSCOW, vacancies: 2, withSalary: 2 },
        { ...MINSK, vacancies: 1, ...unpaid },
      ]);
      expectPercentiles(groups[0]?.percentiles ?? null, [120, 150, 200, 250, 280]);
    },
  },
  {
    title: 'a vacancy with two roles counts for both, and once in all',
    check: async ({ statistics, put }) => {
      await put([entry({ ...paid(100), professionalRoles: [COOK, DRIVER] }), entry({ professionalRoles: [COOK] })]);
      const { all, groups } = await statistics.salaries({ by: 'professionalRole', ...EVERYWHERE });
      expect(all).toMatchObject({ vacancies: 2, withSalary: 1 });
      expect(groups).toMatchObject([
        { ...COOK, vacancies: 2, withSalary: 1 },
        { ...DRIVER, vacancies: 1, withSalary: 1 },
      ]);
    },
  },
  {
    title:
      'figures by day, by employer and by the currency that is stated are of all of them, and anonymous ones have names',
    check: async ({ statistics, put }) => {
      const dollars = { salary: { ...paid(300).salary, currency: 'USD' } as Vacancy['salary'] };
      await put([
        entry({ ...paid(100), employer: anEmployer('1', 'Альфа'), publishedAt: new Date('2026-01-30T20:59:59Z') }),
        entry({
          ...paid(300),
          ...dollars,
          employer: anEmployer('1', 'Альфа'),
          publishedAt: new Date('2026-01-30T21:00:00Z'),
        }),
        entry({ employer: anEmployer(null, 'Анонимно'), publishedAt: new Date('2026-01-31T20:59:59Z') }),
      ]);
      const told = async (by: 'day' | 'employer' | 'currency') =>
        (await statistics.salaries({ by, ...EVERYWHERE })).groups.map(({ id, name, vacancies, percentiles }) => [
          ...[id, name, vacancies, percentiles && Math.round(percentiles[2] ?? 0)],
        ]);
      const [first, second] = ['2026-01-30', '2026-01-31'];
      expect(await told('day')).toEqual([[first, first, 1, 100], [second, second, 2, 300]]); // prettier-ignore
      expect(await told('employer')).toEqual([['1', 'Альфа', 2, 200], [null, 'Анонимно', 1, null]]); // prettier-ignore
      expect(await told('currency')).toEqual([['RUB', 'RUB', 1, 100], ['USD', 'USD', 1, 300]]); // prettier-ignore
    },
  },
];

const countCases: readonly StatisticsCase[] = [
  {
    title: 'open vacancies count, each of a group of duplicates once, unless asked otherwise',
    check: async ({ statistics, put }) => {
      await put([entry({}), entry({}, { isCanonical: false }), entry({ state: 'archived' }), entry({ state: 'gone' })]);
      const totalOf = async (filters: VacancyFilters) =>
        (await statistics.counts({ by: 'source', filters, limit: 10 })).all.vacancies;
      expect(await totalOf({})).toBe(1);
      expect(await totalOf({ state: VACANCY_STATES })).toBe(3);
      expect(await totalOf({ state: ['gone'] })).toBe(1);
      expect(await totalOf({ includeDuplicates: true })).toBe(2);
    },
  },
  {
    title: 'days and months are of Moscow, in their order, and of too many the last are told',
    check: async ({ statistics, put }) => {
      const times = ['2026-01-30T20:59:59Z', '2026-01-30T21:00:00Z', '2026-01-31T20:59:59Z', '2026-01-31T21:00:00Z'];
      await put(times.map((time) => entry({ publishedAt: new Date(time) })));
      const by = async (grouping: 'day' | 'month', limit: number) =>
        (await statistics.counts({ by: grouping, filters: {}, limit })).groups.map((group) => [
          group.name,
          group.vacancies,
        ]);
      const days = [['2026-01-30', 1], ['2026-01-31', 2], ['2026-02-01', 1]]; // prettier-ignore
      expect(await by('day', 10)).toEqual(days);
      expect(await by('day', 2)).toEqual(days.slice(1));
      expect(await by('month', 10)).toEqual([['2026-01', 3], ['2026-02', 1]]); // prettier-ignore
    },
  },
  {
    title: 'the largest groups come first, equal ones by name; anonymous employers by their names',
    check: async ({ statistics, put }) => {
      const employers = [anEmployer('2', 'Бета'), anEmployer('1', 'Альфа'), anEmployer(null, 'Анонимно')];
      await put([...employers, anEmployer(null, 'Анонимно')].map((employer) => entry({ employer })));
      const { groups } = await statistics.counts({ by: 'employer', ...EVERYWHERE });
      expect(groups).toEqual([
        { id: null, name: 'Анонимно', vacancies: 2 },
        { id: '1', name: 'Альфа', vacancies: 1 },
        { id: '2', name: 'Бета', vacancies: 1 },
      ]);
      expect((await statistics.counts({ by: 'employer', filters: {}, limit: 1 })).groups).toHaveLength(1);
    },
  },
];

export const vacancyStatisticsCases: readonly StatisticsCase[] = [...salaryCases, ...countCases, statisticsModelCase];

/** What every `VacancyStatistics` must tell. */
export const describeVacancyStatistics = (name: string, open: OpenHarness<VacancyStatisticsHarness>): void =>
  describeSuite(`${name}: VacancyStatistics`, vacancyStatisticsCases, open);
