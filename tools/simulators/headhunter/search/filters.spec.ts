import { collect, idsOf, simulate, type Query } from '../testing/client';
import type { Item } from '../testing/wire';

const { search, get } = simulate({ size: 700 });
const ALL = { order_by: 'publication_time', no_magic: true } as const;
const everything = collect(search, { ...ALL, per_page: 100 });

describe('filters', () => {
  const checks: [string, Record<string, string | string[]>, (item: Item) => boolean][] = [
    [
      'experience',
      { experience: ['noExperience', 'moreThan6'] },
      ({ experience }) => ['noExperience', 'moreThan6'].includes(experience.id),
    ],
    ['employment', { employment: 'part' }, ({ employment }) => employment.id === 'part'],
    ['employment_form', { employment_form: 'PROJECT' }, ({ employment_form }) => employment_form.id === 'PROJECT'],
    ['schedule', { schedule: 'remote' }, ({ schedule }) => schedule.id === 'remote'],
    ['work_format', { work_format: 'HYBRID' }, ({ work_format }) => work_format[0]?.id === 'HYBRID'],
    [
      'professional_role',
      { professional_role: '96' },
      ({ professional_roles }) => professional_roles.some(({ id }) => id === '96'),
    ],
    ['area of a city', { area: '1' }, ({ area }) => area.id === '1'],
    ['label', { label: 'with_address' }, ({ address }) => address !== null],
    [
      'labels together',
      { label: ['with_address', 'accredited_it'] },
      ({ address, employer }) => address !== null && employer.accredited_it_employer,
    ],
    ['only_with_salary', { only_with_salary: 'true' }, ({ salary }) => salary !== null],
    [
      'metro line',
      { metro: '2' },
      ({ address }) => address?.metro_stations.some(({ line_id }) => line_id === '2') ?? false,
    ],
    ['part_time', { part_time: 'accept_temporary' }, ({ accept_temporary }) => accept_temporary],
    [
      'box',
      { top_lat: '56', bottom_lat: '55.5', left_lng: '37.3', right_lng: '37.6' },
      ({ address }) =>
        address !== null && address.lat >= 55.5 && address.lat <= 56 && address.lng >= 37.3 && address.lng <= 37.6,
    ],
  ];

  it.each(checks)('%s finds all that match and nothing else', async (_, query, test) => {
    const expected = idsOf((await everything).items.filter(test));
    const { items, found } = await collect(search, { ...ALL, per_page: 100, ...query });
    expect(idsOf(items)).toEqual(expected);
    expect(found).toBe(expected.length);
    expect(found).toBeGreaterThan(0);
  });

  it('by an area finds what its parts find', async () => {
    const { areas } = (await get('/areas/113')).body;
    const count = async (query: object) => (await search({ per_page: 0, ...query })).body.found;
    const parts = await count({ area: areas.map(({ id }) => id) });
    const own = (await everything).items.filter(({ area }) => area.id === '113').length;
    expect(own).toBeGreaterThan(0);
    expect(await count({ area: '113' })).toBe(parts + own);
  });

  it('by employer finds the vacancies that its card counts', async () => {
    const id = (await everything).items.find(({ employer }) => employer.id)?.employer.id ?? '';
    const { found } = (await search({ employer_id: id, per_page: 0 })).body;
    expect(found).toBe((await get(`/employers/${id}`)).body.open_vacancies);
    expect(found).toBeGreaterThan(0);
  });

  it('by excluded employers and words leaves out what those would find', async () => {
    const count = async (query: Query) => (await search({ ...ALL, per_page: 0, ...query })).body.found;
    const id = (await everything).items.find(({ employer }) => employer.id)?.employer.id ?? '';
    expect(await count({ excluded_employer_id: id })).toBe(700 - (await count({ employer_id: id })));
    const either = await count({ text: 'sql OR 1с' });
    expect(either).toBeGreaterThan(0);
    expect(await count({ excluded_text: 'sql, 1с' })).toBe(700 - either);
  });

  it('by an unknown employer finds nothing', async () => {
    expect((await search({ employer_id: '999999999' })).body.found).toBe(0);
  });

  it('by salary keeps vacancies without one unless told otherwise', async () => {
    const near = (await collect(search, { ...ALL, per_page: 100, salary: 100_000 })).items;
    const only = (await collect(search, { ...ALL, per_page: 100, salary: 100_000, only_with_salary: true })).items;
    expect(near.filter(({ salary }) => salary !== null)).toHaveLength(only.length);
    expect(near.length).toBeGreaterThan(only.length);
  });

  it('by salary convert currencies', async () => {
    const found = async (query: object) => idsOf((await collect(search, { ...ALL, per_page: 100, ...query })).items);
    expect(await found({ salary: 1631, currency: 'USD' })).toEqual(await found({ salary: 99_994 }));
  });
});
