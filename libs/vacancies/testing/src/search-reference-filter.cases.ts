import type { Reference, Vacancy } from '@job-scope/vacancies-domain';
import type { AnyOf, VacancySearch } from '@job-scope/vacancies-ports';
import { anEmployer } from './a-snapshot';
import { detailed, passes } from './search-case';
import { foundTitles, putBeside, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const any = (of: Partial<AnyOf>): AnyOf => ({ ids: [], names: [], ...of });
const reference = (id: string, name: string): Reference => ({ id, name });

/** Every dictionary that can be filtered by, and how a vacancy comes by an entry of it. */
const DICTIONARIES: readonly (readonly [keyof VacancySearch, (entry: Reference) => Partial<Vacancy>])[] = [
  ['area', (area) => ({ area })],
  ['employer', ({ id, name }) => ({ employer: anEmployer(id, name) })],
  ['professionalRole', (entry) => ({ professionalRoles: [reference('0', 'Нечто'), entry] })],
  ['experience', (experience) => ({ experience })],
  ['employment', (employment) => ({ employment })],
  ['schedule', (schedule) => ({ schedule })],
  ['workFormat', (entry) => ({ workFormats: [entry, reference('0', 'Нечто')] })],
];

const ofDictionary = ([filter, having]: (typeof DICTIONARIES)[number]): readonly SuiteCase<VacancySearchHarness>[] => {
  const vacancies = (expected: readonly string[]) =>
    [reference('a1', 'Первое Имя'), reference('b2', 'Второе имя'), reference('a11', 'Первое')].map((entry) => ({
      ...having(entry),
      title: `${expected.includes(entry.id) ? '+ ' : ''}${entry.id}`,
    }));
  const cases: readonly (readonly [string, AnyOf, readonly string[]])[] = [
    ['identifier, whole', any({ ids: ['a1'] }), ['a1']],
    ['name, whole and without case', any({ names: ['пЕРВОЕ имя'] }), ['a1']],
    ['alternatives of either kind, joined by OR', any({ ids: ['b2', 'unknown'], names: ['первое'] }), ['b2', 'a11']],
  ];
  return cases.map(([how, alternatives, expected]) =>
    passes(`filters by ${filter}: ${how}`, { [filter]: alternatives }, [...vacancies(expected), { title: 'none' }]),
  );
};

const RUSSIA = reference('113', 'Россия');
const MOSCOW = reference('1', 'Москва');
const ZELENOGRAD = reference('1.1', 'Зеленоград');

const inAreas = async (harness: VacancySearchHarness): Promise<void> => {
  const at = (...areaPath: readonly Reference[]) => {
    const area = areaPath.at(-1) ?? null;
    return { vacancy: vacancyToFind({ title: area?.name ?? 'нигде', area }), areaPath, isCanonical: true };
  };
  await putBeside(
    harness,
    at(RUSSIA),
    at(RUSSIA, MOSCOW),
    at(RUSSIA, MOSCOW, ZELENOGRAD),
    at(),
    at(reference('2', 'Минск')),
  );
};

export const searchReferenceFilterCases: readonly SuiteCase<VacancySearchHarness>[] = [
  ...DICTIONARIES.flatMap(ofDictionary),
  {
    title: 'filters by an area with all that lies below it, by identifier and by name',
    check: async (harness) => {
      await inAreas(harness);
      expect(await foundTitles(harness, { area: any({ ids: ['113'] }) })).toEqual(['Зеленоград', 'Москва', 'Россия']);
      expect(await foundTitles(harness, { area: any({ names: ['МОСКВА'] }) })).toEqual(['Зеленоград', 'Москва']);
      expect(await foundTitles(harness, { area: any({ ids: ['1.1', '2'] }) })).toEqual(['Минск', 'Зеленоград']);
    },
  },
  passes('filters by skill, whole and without case, any of them', { skill: ['typescript', 'c++'] }, [
    { title: '+ one', ...detailed(null, ['SQL', 'TypeScript']) },
    { title: '+ another', ...detailed(null, ['C++']) },
    { title: 'a part', ...detailed(null, ['TypeScript 5', 'C']) },
    { title: 'in the text only', ...detailed('TypeScript') },
  ]),
  passes('filters by any of several sources', { source: ['trudvsem'] }, [
    { title: '+ that', source: 'trudvsem' },
    { title: 'another', source: 'headhunter' },
  ]),
  passes('lets any of several sources through', { source: ['trudvsem', 'headhunter'] }, [
    { title: '+ one', source: 'trudvsem' },
    { title: '+ another', source: 'headhunter' },
  ]),
  passes('joins different filters by AND', { experience: any({ ids: ['x'] }), schedule: any({ names: ['гибкий'] }) }, [
    { title: '+ both', experience: reference('x', 'Х'), schedule: reference('f', 'Гибкий') },
    { title: 'one', experience: reference('x', 'Х'), schedule: reference('s', 'Сменный') },
    { title: 'the other', schedule: reference('f', 'Гибкий') },
  ]),
];
