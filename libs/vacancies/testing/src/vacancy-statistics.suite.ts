import type { Reference, Vacancy } from '@job-scope/vacancies-domain';
import {
  COUNT_GROUPINGS,
  SALARY_GROUPINGS,
  type SalaryFigures,
  type Statistics,
  type VacancyFilters,
  type VacancyStatistics,
  type VacancyToIndex,
} from '@job-scope/vacancies-ports';
import fc, { type Arbitrary } from 'fast-check';
import { anEmployer } from './a-snapshot';
import { InMemoryVacancyStatistics } from './in-memory-vacancy-statistics';
import { detailed, monthly } from './search-case';
import { vacancyToFind } from './search-harness';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface VacancyStatisticsHarness {
  readonly statistics: VacancyStatistics;
  put(vacancies: readonly VacancyToIndex[]): Promise<void>;
}

type StatisticsCase = SuiteCase<VacancyStatisticsHarness>;

const reference = (id: string, name: string): Reference => ({ id, name });
const [RUSSIA, MOSCOW, ARBAT] = [reference('113', 'Россия'), reference('1', 'Москва'), reference('1.1', 'Арбат')];
const MINSK = reference('1002', 'Минск');
const [COOK, DRIVER] = [reference('94', 'Повар'), reference('21', 'Водитель')];
const [NEW, SKILLED] = [reference('noExperience', 'Нет опыта'), reference('moreThan6', 'Более 6 лет')];

const entry = (of: Partial<Vacancy>, beside: Partial<VacancyToIndex> = {}): VacancyToIndex => ({
  ...{ vacancy: vacancyToFind(of), areaPath: [], isCanonical: true },
  ...beside,
});
const paid = (from: number | null, to: number | null = from) => monthly(from, to);
const estimated = (amount: number): Partial<Vacancy> => {
  const { salary, monthlySalary } = monthly(amount, amount);
  return { salary, monthlySalary: monthlySalary && { ...monthlySalary, estimated: true } };
};

const EVERYWHERE = { filters: {}, limit: 10 } as const;
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
];

const countCases: readonly StatisticsCase[] = [
  {
    title: 'open vacancies count, each of a group of duplicates once, unless asked otherwise',
    check: async ({ statistics, put }) => {
      await put([entry({}), entry({}, { isCanonical: false }), entry({ state: 'archived' }), entry({ state: 'gone' })]);
      const totalOf = async (filters: VacancyFilters) =>
        (await statistics.counts({ by: 'source', filters, limit: 10 })).all.vacancies;
      expect(await totalOf({})).toBe(1);
      expect(await totalOf({ includeArchived: true })).toBe(3);
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

const vacancies: Arbitrary<VacancyToIndex> = fc
  .record({
    amount: fc.option(fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e6)), { nil: null }),
    areaPath: fc.constantFrom([], [RUSSIA], [RUSSIA, MOSCOW], [RUSSIA, MOSCOW, ARBAT], [MINSK]),
    professionalRoles: fc.subarray([COOK, DRIVER]),
    experience: fc.constantFrom(null, NEW, SKILLED),
    skills: fc.subarray(['SQL', 'C++']),
    hour: fc.nat(24 * 60),
    ...{ isOpen: fc.boolean(), isCanonical: fc.boolean() },
  })
  .map(({ amount, areaPath, professionalRoles, experience, skills, hour, isOpen, isCanonical }) =>
    entry(
      {
        ...(amount && monthly(amount[0], amount[0] + amount[1])),
        ...{ professionalRoles, experience, area: areaPath.at(-1) ?? null, ...detailed(null, skills) },
        ...{ publishedAt: new Date(Date.UTC(2026, 0, 1, hour)), state: isOpen ? 'active' : 'archived' },
      },
      { areaPath, isCanonical },
    ),
  );

const FILTERS: readonly VacancyFilters[] = [
  {},
  { area: { ids: ['1'], names: [] }, includeArchived: true },
  { professionalRole: { ids: [], names: ['повар'] }, includeDuplicates: true },
  { experience: { ids: ['moreThan6'], names: [] }, publishedFrom: new Date('2026-01-20T00:00:00Z') },
];

/** Exactly, but for what sums of fractions may differ by. */
const expectAlike = (told: Statistics<SalaryFigures>, expected: Statistics<SalaryFigures>) => {
  const rounded = <T extends SalaryFigures>(figures: T): T => ({
    ...figures,
    percentiles: figures.percentiles?.map((value) => Math.round(value * 100) / 100) ?? null,
  });
  const plain = ({ exact, all, groups }: typeof told) => ({ exact, all: rounded(all), groups: groups.map(rounded) });
  expect(plain(told)).toEqual(plain(expected));
};

const modelCase: StatisticsCase = {
  title: 'figures are those of the plainest model, by every grouping and with filters',
  check: async ({ statistics, put }) => {
    const model = new InMemoryVacancyStatistics();
    model.entries.push(...fc.sample(vacancies, { numRuns: 200, seed: 2026 }));
    await put(model.entries);
    for (const filters of FILTERS) {
      for (const by of COUNT_GROUPINGS) {
        const request = { by, filters, limit: 7 };
        expect(await statistics.counts(request)).toEqual(await model.counts(request));
      }
      for (const by of SALARY_GROUPINGS) {
        const request = { by, filters, limit: 7 };
        expectAlike(await statistics.salaries(request), await model.salaries(request));
      }
    }
  },
};

export const vacancyStatisticsCases: readonly StatisticsCase[] = [...salaryCases, ...countCases, modelCase];

/** What every `VacancyStatistics` must tell. */
export const describeVacancyStatistics = (name: string, open: OpenHarness<VacancyStatisticsHarness>): void =>
  describeSuite(`${name}: VacancyStatistics`, vacancyStatisticsCases, open);
