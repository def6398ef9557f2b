import type { RateTable } from '@job-scope/vacancies-domain';
import { FACET_NAMES } from '@job-scope/vacancies-ports';
import { searchRequestOf } from './search-request';
import type { SearchVacanciesInput } from './search-vacancies.input';

const DATE = new Date('2026-05-01');
const RATES: RateTable = new Map([
  ['RUB', { unitsPerRub: 1, date: DATE }],
  ['USD', { unitsPerRub: 0.0125, date: DATE }],
  ['JPY', { unitsPerRub: 2, date: DATE }],
]);

const parse = (input: Partial<SearchVacanciesInput>) => searchRequestOf({ limit: 20, ...input }, RATES);

const requestOf = (input: Partial<SearchVacanciesInput>) => {
  const request = parse(input);
  if (!request.ok) throw new Error(JSON.stringify(request.error));
  return request.value;
};

const faultsOf = (input: Partial<SearchVacanciesInput>) => {
  const request = parse(input);
  return request.ok ? [] : request.error.fields.map(({ pointer }) => pointer);
};

const BOX = { north: 56, south: 55, west: 37, east: 38 };
const CIRCLE = { lat: 55.75, lng: 37.6, radiusKm: 2.5 };

describe('the request of a search', () => {
  it('is sorted by relevance when there is a text, and by publication when there is none', () => {
    expect(requestOf({ text: 'повар' }).sort).toBe('relevance');
    expect(requestOf({}).sort).toBe('published');
    expect(requestOf({ text: 'повар', sort: 'published' }).sort).toBe('published');
  });

  it.each(['', '   ', '\t\n', '\0'])('takes a text without a character, %j, for no text', (text) =>
    expect(requestOf({ text })).toMatchObject({ text: undefined, sort: 'published' }),
  );

  it('is without control characters: no engine stores or expects them', () =>
    expect(requestOf({ text: ' повар\0\u0007кондитер\n' }).text).toBe('повар кондитер'));

  it.each([
    ['published', undefined, 'desc'],
    ['salary', 'asc', 'asc'],
    ['id', 'desc', 'desc'],
    ['distance', undefined, 'asc'],
    ['relevance', undefined, 'desc'],
  ] as const)('by %s, %s, is %s', (sort, order, expected) =>
    expect(requestOf({ sort, order, text: 'повар', ...CIRCLE }).order).toBe(expected),
  );

  it('has the alternatives of each filter together, by identifier and by name', () => {
    const request = requestOf({
      ...{ areaId: ['1', '2'], area: ['Москва'], employerId: ['7'], employer: ['Ромашка'] },
      ...{
        professionalRoleId: ['96'],
        professionalRole: ['Повар'],
        experienceId: ['noExperience'],
        experience: ['Нет'],
      },
      ...{ employmentId: ['full'], employment: ['Полная'], scheduleId: ['shift'], schedule: ['Сменный'] },
      ...{ workFormatId: ['REMOTE'], workFormat: ['Удалённо'], skill: ['SQL'], source: ['headhunter', 'trudvsem'] },
    });
    expect(request).toMatchObject({
      ...{ area: { ids: ['1', '2'], names: ['Москва'] }, employer: { ids: ['7'], names: ['Ромашка'] } },
      professionalRole: { ids: ['96'], names: ['Повар'] },
      experience: { ids: ['noExperience'], names: ['Нет'] },
      employment: { ids: ['full'], names: ['Полная'] },
      schedule: { ids: ['shift'], names: ['Сменный'] },
      workFormat: { ids: ['REMOTE'], names: ['Удалённо'] },
      ...{ skill: ['SQL'], source: ['headhunter', 'trudvsem'] },
    });
  });

  it('has no filter that nobody asked for', () => {
    const { sort, order, limit, facets, highlight, ...filters } = requestOf({});
    expect({ sort, order, limit, facets, highlight }).toEqual({
      ...{ sort: 'published', order: 'desc', limit: 20, facets: [], highlight: false },
    });
    expect(Object.values(filters).every((value) => value === undefined)).toBe(true);
  });

  it('hands on as they are flags, bounds of publication, facets, the size of the page and where it begins', () => {
    const rest = {
      ...{ onlyWithSalary: true, hasTest: false, includeDuplicates: true, highlight: true },
      ...{ publishedFrom: new Date(0), publishedTo: new Date(0), limit: 7, from: { list: 'l', after: [1] } },
      ...{ facets: ['source', 'area'], state: ['archived', 'gone'] as const },
    };
    expect(requestOf(rest)).toMatchObject(rest);
    expect(requestOf({ facets: [...FACET_NAMES, 'area'] }).facets).toEqual(FACET_NAMES);
  });

  it('takes a box, across the 180th meridian too, and a circle', () => {
    const across = { ...BOX, west: 170, east: -170 };
    expect(requestOf(across).within).toEqual(across);
    expect(requestOf(CIRCLE).near).toEqual({ point: { lat: 55.75, lng: 37.6 }, radiusMetres: 2500 });
  });
});

describe('the bounds of a salary', () => {
  it.each([
    ['of roubles', { salaryFrom: 100_000.5, salaryTo: 200_000 }, { fromMinor: 10_000_050, toMinor: 20_000_000 }],
    ['one-sided', { salaryTo: 0 }, { fromMinor: null, toMinor: 0 }],
    ['of dollars', { salaryFrom: 1000, salaryCurrency: 'USD' }, { fromMinor: 8_000_000, toMinor: null }],
    ['of yen', { salaryFrom: 300_000, salaryCurrency: 'JPY' }, { fromMinor: 15_000_000, toMinor: null }],
  ])('%s are compared as kopecks', (_what, bounds, salary) => expect(requestOf(bounds).salary).toEqual(salary));

  it('are none where only their currency is told', () =>
    expect(requestOf({ salaryCurrency: 'USD' }).salary).toBeUndefined());
});

describe('a search that cannot be answered names the parameter at fault', () => {
  it.each<[Partial<SearchVacanciesInput>, readonly string[]]>([
    [{ sort: 'relevance' }, ['/sort']],
    [{ sort: 'distance' }, ['/sort']],
    [{ text: 'a', sort: 'relevance', order: 'asc' }, ['/order']],
    [{ ...CIRCLE, sort: 'distance', order: 'desc' }, ['/order']],
    [{ source: ['headhunter', 'linkedin'] }, ['/source']],
    [{ facets: ['area', 'constructor'] }, ['/facets']],
    [{ publishedFrom: new Date(1), publishedTo: new Date(0) }, ['/publishedTo']],
    [{ salaryFrom: 2, salaryTo: 1 }, ['/salaryTo']],
    [{ salaryFrom: 1, salaryCurrency: 'XXX' }, ['/salaryCurrency']],
    [{ salaryFrom: 1e15 }, ['/salaryFrom']],
    [{ salaryTo: 1e15 }, ['/salaryTo']],
    [{ north: 56, west: 37 }, ['/south', '/east']],
    [{ ...BOX, north: 54 }, ['/north']],
    [{ lat: 1, lng: 1 }, ['/radiusKm']],
    [{ radiusKm: 1, sort: 'distance' }, ['/lat', '/lng', '/sort']],
    [{ source: ['x'], publishedFrom: new Date(1), publishedTo: new Date(0) }, ['/publishedTo', '/source']],
  ])('%j: %j', (input, pointers) => expect(faultsOf(input)).toEqual(pointers));
});
