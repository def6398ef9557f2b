import { VACANCY_STATES } from '@job-scope/vacancies-domain';
import {
  COUNT_GROUPINGS,
  SALARY_GROUPINGS,
  type SalaryFigures,
  type Statistics,
  type VacancyFilters,
  type VacancyToIndex,
} from '@job-scope/vacancies-ports';
import fc, { type Arbitrary } from 'fast-check';
import { InMemoryVacancyStatistics } from './in-memory-vacancy-statistics';
import { detailed, monthly } from './search-case';
import {
  entry,
  COOK,
  DRIVER,
  ARBAT,
  MINSK,
  MOSCOW,
  NEW,
  RUSSIA,
  SKILLED,
  type StatisticsCase,
} from './vacancy-statistics-harness';

const vacancies: Arbitrary<VacancyToIndex> = fc
  .record({
    amount: fc.option(fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e6)), { nil: null }),
    areaPath: fc.constantFrom([], [RUSSIA], [RUSSIA, MOSCOW], [RUSSIA, MOSCOW, ARBAT], [MINSK]),
    professionalRoles: fc.subarray([COOK, DRIVER]),
    experience: fc.constantFrom(null, NEW, SKILLED),
    skills: fc.subarray(['SQL', 'C++']),
    hour: fc.nat(24 * 60),
    ...{ state: fc.constantFrom(...VACANCY_STATES), isCanonical: fc.boolean() },
  })
  .map(({ amount, areaPath, professionalRoles, experience, skills, hour, state, isCanonical }) =>
    entry(
      {
        ...(amount && monthly(amount[0], amount[0] + amount[1])),
        ...{ professionalRoles, experience, area: areaPath.at(-1) ?? null, ...detailed(null, skills) },
        ...{ publishedAt: new Date(Date.UTC(2026, 0, 1, hour)), state },
      },
      { areaPath, isCanonical },
    ),
  );

const FILTERS: readonly VacancyFilters[] = [
  {},
  { area: { ids: ['1'], names: [] }, state: ['archived', 'gone'] },
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

export const statisticsModelCase: StatisticsCase = {
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
