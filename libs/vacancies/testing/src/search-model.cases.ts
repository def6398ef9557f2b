import { VACANCY_STATES, type Reference } from '@job-scope/vacancies-domain';
import { FACET_NAMES, type AnyOf, type VacancyFilters, type VacancyToIndex } from '@job-scope/vacancies-ports';
import fc, { type Arbitrary } from 'fast-check';
import { anEmployer } from './a-snapshot';
import { detailed, monthly, placedAt } from './search-case';
import { found, putBeside, vacancyToFind, type VacancySearchHarness } from './search-harness';
import { countsOf, passesAll } from './search-model';
import type { SuiteCase } from './suite';

const reference = (id: string, name: string): Reference => ({ id, name });
const [RUSSIA, MOSCOW, ARBAT] = [reference('113', 'Россия'), reference('1', 'Москва'), reference('1.1', 'Арбат')];
const MINSK = reference('1002', 'Минск');
const AREAS = [[], [RUSSIA], [RUSSIA, MOSCOW], [RUSSIA, MOSCOW, ARBAT], [MINSK]];
const ENTRIES = [reference('a', 'Первое'), reference('b', 'Второе'), reference('c d', 'Третье, и всё')];
const SKILLS = ['SQL', 'C++', 'Java Script'];

const mostly = fc.integer({ min: 1, max: 5 }).map((number) => number > 1);
const perhaps = <T>(value: Arbitrary<T>) => fc.option(value, { nil: null });
const entry = fc.constantFrom(...ENTRIES);
const entries = fc.subarray(ENTRIES);
const amount = fc.integer({ min: 1, max: 9 });
const degrees = fc.record({
  lat: fc.integer({ min: 50, max: 60 }),
  lng: fc.constantFrom(-179, 36, 37, 38, 39, 179),
});

const vacancies: Arbitrary<VacancyToIndex> = fc
  .record({
    ...{ source: fc.constantFrom('headhunter' as const, 'trudvsem' as const), areaPath: fc.constantFrom(...AREAS) },
    ...{ employer: perhaps(entry), roles: entries, experience: perhaps(entry), employment: perhaps(entry) },
    ...{ schedule: perhaps(entry), workFormats: entries, skills: fc.subarray(SKILLS), hasTest: fc.boolean() },
    ...{ offer: perhaps(fc.record({ from: perhaps(amount), more: perhaps(amount) })), day: amount },
    ...{ point: perhaps(degrees), state: fc.constantFrom('active', 'active', ...VACANCY_STATES), isCanonical: mostly },
  })
  .map(({ source, areaPath, employer, roles, experience, employment, schedule, workFormats, ...of }) => {
    const { from = null, more = null } = of.offer ?? {};
    const paid = from === null && more === null ? {} : monthly(from, more === null ? null : (from ?? 0) + more);
    const vacancy = vacancyToFind({
      ...{ source, area: areaPath.at(-1) ?? null, experience, employment, schedule, workFormats },
      ...{ employer: employer && anEmployer(employer.id, employer.name), professionalRoles: roles },
      ...{
        ...detailed(null, of.skills),
        hasTest: of.hasTest,
        ...paid,
        publishedAt: new Date(Date.UTC(2026, 1, of.day)),
      },
      ...(of.point && placedAt(of.point.lat, of.point.lng)),
      state: of.state,
    });
    return { vacancy, areaPath, isCanonical: of.isCanonical };
  });

const anyOf = (all: readonly Reference[]): Arbitrary<AnyOf> =>
  fc
    .record({
      ids: fc.subarray(all.map(({ id }) => id)),
      names: fc.subarray(all.map(({ name }) => name.toUpperCase())),
    })
    .filter(({ ids, names }) => ids.length + names.length > 0);

const day = amount.map((number) => new Date(Date.UTC(2026, 1, number)));

const FILTERS: { readonly [Name in keyof VacancyFilters]-?: Arbitrary<VacancyFilters[Name]> } = {
  source: fc.constantFrom(['trudvsem' as const], ['headhunter' as const, 'trudvsem' as const]),
  area: anyOf([RUSSIA, MOSCOW, ARBAT, MINSK]),
  employer: anyOf(ENTRIES),
  professionalRole: anyOf(ENTRIES),
  experience: anyOf(ENTRIES),
  employment: anyOf(ENTRIES),
  schedule: anyOf(ENTRIES),
  workFormat: anyOf(ENTRIES),
  skill: fc.subarray(['sql', 'c++', 'java script'], { minLength: 1 }),
  salary: fc.record({ fromMinor: perhaps(amount), toMinor: perhaps(amount.map((number) => number + 9)) }),
  onlyWithSalary: fc.boolean(),
  hasTest: fc.boolean(),
  publishedFrom: day,
  publishedTo: day,
  idFrom: fc.nat(1_000).map((number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
  within: fc.constantFrom(
    { north: 57, south: 53, west: 36, east: 38 },
    { north: 60, south: 50, west: 170, east: -170 },
  ),
  // No place that is made here lies near the rim.
  near: fc.constant({ point: { lat: 55.5, lng: 37.5 }, radiusMetres: 145_000 }),
  state: fc.subarray([...VACANCY_STATES], { minLength: 1 }),
  includeDuplicates: fc.constant(true),
};

const NAMES = Object.keys(FILTERS) as (keyof VacancyFilters)[];

/** With many at once, nothing would be left to compare. */
const fewFilters = fc
  .tuple(fc.record(FILTERS), fc.subarray(NAMES, { maxLength: 4 }))
  .map(([all, names]) => names.reduce<VacancyFilters>((few, name) => ({ ...few, [name]: all[name] }), {}));

const compare = async (harness: VacancySearchHarness, all: readonly VacancyToIndex[], asked: VacancyFilters) => {
  const { items, total, facets } = await found(harness, { ...asked, facets: FACET_NAMES });
  const expected = all.filter((each) => passesAll(each, asked)).map(({ vacancy }) => vacancy.id);
  expect(items.map(({ id }) => id).sort()).toEqual(expected.sort());
  expect(total).toEqual({ value: expected.length, exact: true });
  for (const name of FACET_NAMES) {
    const counts = (facets[name] ?? []).map(({ id, count }) => [String(id), count] as const);
    expect([name, Object.fromEntries(counts)]).toEqual([name, countsOf(name, all, asked)]);
    expect(counts).toEqual(counts.toSorted(([, one], [, other]) => other - one));
  }
};

export const searchModelCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'filters and counts as the plainest model of it does, by each filter and by some together',
    check: async (harness) => {
      const all = fc.sample(vacancies, { numRuns: 60, seed: 2026 });
      await putBeside(harness, ...all);
      for (const name of NAMES) {
        const alone = fc.asyncProperty(FILTERS[name], (value) => compare(harness, all, { [name]: value }));
        await fc.assert(alone, { numRuns: 4 });
      }
      await fc.assert(
        fc.asyncProperty(fewFilters, (asked) => compare(harness, all, asked)),
        { numRuns: 20 },
      );
    },
  },
];
