import { err, ok } from '@job-scope/kernel';
import { anEmployer, hitOf, NO_HITS, vacancyToFind } from '@job-scope/vacancies-testing';
import { aGateway, UNAVAILABLE, type GatewayUnderTest } from './gateway.fixture';

const SEARCH = '/api/v1/vacancies/search';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
});
beforeEach(() => gateway.search.reset());
afterAll(() => gateway.app.close());

const byId = (id: string) => ({ ids: [id], names: [] });
const search = (query: string) => gateway.call('get', `${SEARCH}?${query}`);

describe('GET /api/v1/vacancies/search', () => {
  it('answers anonymous readers with hits, salaries in major units, and the total', async () => {
    const salary = { fromMinor: 15_000_050, toMinor: null, currency: 'RUB', gross: false, period: 'month' } as const;
    const ratesOf = new Date('2026-01-31T00:00:00Z');
    const bounds = { fromMinor: 17_241_437, toMinor: null };
    const monthlySalary = { ...bounds, currency: 'RUB', estimated: true, ratesOf } as const;
    const vacancy = vacancyToFind({ salary, monthlySalary, employer: anEmployer(null, 'Ромашка') });
    gateway.search.answer = ok({ ...NO_HITS, items: [hitOf(vacancy)], total: { value: 41, exact: true } });

    const { status, body } = await search('text=водитель');
    expect(status).toBe(200);
    expect(body.total).toEqual({ value: 41, exact: true });
    expect(body.nextCursor).toBeUndefined();
    expect(body.items).toEqual([
      expect.objectContaining({
        id: vacancy.id,
        title: vacancy.title,
        employer: anEmployer(null, 'Ромашка'),
        salary: { from: 150_000.5, to: null, currency: 'RUB', gross: false, period: 'month' },
        monthlySalary: { from: 172_414.37, to: null, currency: 'RUB', estimated: true, ratesOf: '2026-01-31' },
        publishedAt: vacancy.publishedAt.toISOString(),
      }),
    ]);
  });

  it('tells skills, place, distance, highlights, facets, and how the answer came about', async () => {
    const more = {
      ...{ keySkills: ['SQL', 'C++'], point: { lat: 55.75, lng: 37.6 }, distanceMetres: 1234.5 },
      highlights: { title: '<mark>Повар</mark> &amp; кондитер' },
    };
    const facets = { area: [{ id: '1', name: 'Москва', count: 3 }], employer: [{ id: null, name: 'Некто', count: 1 }] };
    const items = [{ ...hitOf(vacancyToFind()), ...more }];
    gateway.search.answer = ok({ items, facets, degraded: true, total: { value: 10_000, exact: false } });
    const { body } = await search('facets=area&facets=employer&highlight=true');
    expect(body).toMatchObject({ items: [more], facets, degraded: true, correctedText: null });
    expect(body.total).toEqual({ value: 10_000, exact: false });
  });

  it('hands every parameter to the search as what it means', async () => {
    const published = 'publishedFrom=2026-01-01T00:00:00%2B03:00&publishedTo=2026-02-01T00:00:00Z';
    const references = ['area', 'employer', 'professionalRole', 'experience', 'employment', 'schedule', 'workFormat'];
    const named = references.map((name) => `${name}Id=1.2&${name}Id=b&${name}=Имя, и ещё&${name}=C%2B%2B`).join('&');
    const salary = 'salaryFrom=1000.5&salaryTo=2000&salaryCurrency=USD&onlyWithSalary=true';
    const flags = 'hasTest=false&state=archived&state=gone&includeDuplicates=true&highlight=true';
    const places = 'north=56&south=-55.5&west=170&east=-170&lat=55.75&lng=37.6&radiusKm=2.5';
    const list = 'sort=salary&order=asc&facets=skill&facets=area&limit=7';
    gateway.search.answer = ok({ ...NO_HITS, total: { value: 1, exact: true } });
    await search(['text=повар&source=headhunter&skill=SQL', named, salary, flags, places, list, published].join('&'));
    expect(gateway.search.asked).toEqual({
      ...{ text: 'повар', source: ['headhunter'], skill: ['SQL'] },
      ...Object.fromEntries(references.map((name) => [name, { ids: ['1.2', 'b'], names: ['Имя, и ещё', 'C++'] }])),
      ...{ salary: { fromMinor: 10_005_000, toMinor: 20_000_000 }, onlyWithSalary: true },
      ...{ hasTest: false, state: ['archived', 'gone'], includeDuplicates: true, highlight: true },
      within: { north: 56, south: -55.5, west: 170, east: -170 },
      near: { point: { lat: 55.75, lng: 37.6 }, radiusMetres: 2500 },
      ...{ sort: 'salary', order: 'asc', facets: ['area', 'skill'], limit: 7, from: undefined },
      publishedFrom: new Date('2025-12-31T21:00:00.000Z'),
      publishedTo: new Date('2026-02-01T00:00:00.000Z'),
    });
  });

  const named = (name: string) => ({ ids: [], names: [name] });

  it.each([
    ['query', 'text=повар', { text: 'повар' }],
    ['area', 'area=Москва', { area: named('Москва') }],
    ['employer', 'employer=Ромашка', { employer: named('Ромашка') }],
    ['experience', 'experience=Нет опыта', { experience: named('Нет опыта') }],
    ['employment', 'employment=Полная занятость', { employment: named('Полная занятость') }],
    ['schedule', 'schedule=Сменный график', { schedule: named('Сменный график') }],
    ['has_test', 'hasTest=true', { hasTest: true }],
    ['is_archived=true', 'state=archived&state=gone', { state: ['archived', 'gone'] }],
    ['is_archived=false', 'state=active', { state: ['active'] }],
    ['published_from', 'publishedFrom=2026-01-01T00:00:00Z', { publishedFrom: new Date('2026-01-01') }],
    ['published_to', 'publishedTo=2026-01-01T00:00:00Z', { publishedTo: new Date('2026-01-01') }],
    ['sort_by=published_at', 'sort=published', { sort: 'published', order: 'desc' }],
    ['sort_by=salary_from and salary_to', 'sort=salary', { sort: 'salary', order: 'desc' }],
    ['sort_order=asc', 'order=asc', { order: 'asc' }],
    ['size', 'limit=50', { limit: 50 }],
  ])('V-14: can be asked what %s asked the first Job Scope: %s', async (_, query, asked) => {
    gateway.search.answer = ok({ ...NO_HITS, total: { value: 1, exact: true } });
    expect((await search(encodeURI(query))).status).toBe(200);
    expect(gateway.search.asked).toMatchObject(asked);
  });

  it('takes whatever a source has for an identifier: some have nothing but names', async () => {
    await search('employmentId=Полная занятость&areaId=%27%20OR%201=1--');
    expect(gateway.search.asked).toMatchObject({ employment: byId('Полная занятость'), area: byId("' OR 1=1--") });
  });

  it('takes one value of a parameter that may be repeated for a list of one', async () => {
    await search('areaId=1&facets=area');
    expect(gateway.search.asked).toMatchObject({ area: byId('1'), facets: ['area'] });
  });

  it('goes on where the cursor of the page before says', async () => {
    const next = { list: 'vacancies/an-engine/published', after: [1_760_000_000_000, 'an id', null] };
    gateway.search.answer = ok({ ...NO_HITS, next, total: { value: 9, exact: true } });
    const { nextCursor } = (await search('')).body;
    await search(`cursor=${nextCursor}`);
    expect(gateway.search.asked?.from).toEqual(next);
  });

  it.each([
    ['limit', 'limit=0'],
    ['limit', 'limit=101'],
    ['limit', 'limit=-1'],
    ['limit', 'limit=1e1'],
    ['limit', 'limit='],
    ['limit', 'limit=1&limit=2'],
    ['text', `text=${'a'.repeat(501)}`],
    ['text', 'text=a&text=b'],
    ['source', 'source=linkedin'],
    ['source', 'source=headhunter&source=linkedin'],
    ['source', 'source=%00'],
    ['areaId', 'areaId='],
    ['areaId', 'areaId=1&areaId='],
    ['areaId', Array.from({ length: 51 }, (_, i) => `areaId=${i}`).join('&')],
    ['areaId[]', 'areaId[]=1'],
    ['area', 'area='],
    ['area', 'area=a%00'],
    ['area', `area=b&area=${'a'.repeat(201)}`],
    ['employerId', 'employerId=1%00'],
    ['experienceId', `experienceId=${'a'.repeat(201)}`],
    ['skill', 'skill='],
    ['salaryFrom', 'salaryFrom=-1'],
    ['salaryFrom', 'salaryFrom=1e5'],
    ['salaryFrom', 'salaryFrom=NaN'],
    ['salaryFrom', 'salaryFrom=1&salaryFrom=2'],
    ['salaryTo', 'salaryTo=1000000000000'],
    ['salaryTo', 'salaryFrom=2&salaryTo=1'],
    ['salaryCurrency', 'salaryFrom=1&salaryCurrency=rub'],
    ['salaryCurrency', 'salaryFrom=1&salaryCurrency=XXX'],
    ['onlyWithSalary', 'onlyWithSalary=yes'],
    ['hasTest', 'hasTest='],
    ['state', 'state=constructor'],
    ['state', 'state=active&state=closed'],
    ['includeArchived', 'includeArchived=true'],
    ['includeDuplicates', 'includeDuplicates=1'],
    ['publishedFrom', 'publishedFrom=2026-01-01'],
    ['publishedFrom', 'publishedFrom=2026-02-30T00:00:00Z'],
    ['publishedTo', 'publishedTo=2026-01-01T00:00:00'],
    ['publishedTo', 'publishedFrom=2026-01-02T00:00:00Z&publishedTo=2026-01-01T00:00:00Z'],
    ['north', 'north=90.1&south=1&west=1&east=2'],
    ['north', 'north=1&south=2&west=1&east=2'],
    ['east', 'north=2&south=1&west=1'],
    ['lng', 'lat=1&lng=181&radiusKm=1'],
    ['radiusKm', 'lat=1&lng=1'],
    ['radiusKm', 'lat=1&lng=1&radiusKm=20001'],
    ['sort', 'sort=salary_from'],
    ['sort', 'sort=relevance'],
    ['sort', 'sort=distance'],
    ['order', 'order=up'],
    ['order', 'text=a&order=asc'],
    ['facets', 'facets=url'],
    ['facets', 'facets=area&facets=__proto__'],
    ['highlight', 'highlight=maybe'],
    ['cursor', 'cursor=%00'],
    ['cursor', 'cursor=bm90IGpzb24'],
    ['cursor', `cursor=${'a'.repeat(1001)}`],
    ['page', 'page=2'],
    ['size', 'size=10000'],
  ])('V-13: names the parameter %s in its refusal of %s', async (parameter, query) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([`/${parameter}`]);
    expect(gateway.search.asked).toBeUndefined();
  });

  it.each([
    ['an engine refuses', 'text=a', 'text=a'],
    ['is of another text', 'text=a', 'text=b'],
    ['is of other filters', 'areaId=1', 'areaId=2'],
    ['is of another point', 'lat=1&lng=1&radiusKm=1&sort=distance', 'lat=1&lng=2&radiusKm=1&sort=distance'],
    ['is none', undefined, 'text=a'],
  ])('is a 400 of one code for a cursor that %s', async (_, made, asked) => {
    gateway.search.answer = ok({ ...NO_HITS, next: { list: 'l', after: [1] }, total: { value: 9, exact: true } });
    const cursor = made === undefined ? 'bm90IGpzb24' : (await search(made)).body.nextCursor;
    gateway.search.answer = err({ code: 'search.cursor-expired' });
    const { status, body } = await search(`${asked}&cursor=${cursor}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'search.cursor-expired', '/cursor']);
  });

  it('says what it searched for in place of a text in the wrong keyboard layout', async () => {
    const answers = [ok(NO_HITS), ok({ ...NO_HITS, total: { value: 1, exact: true } })];
    jest.spyOn(gateway.search, 'search').mockImplementation(async () => answers.shift() ?? ok(NO_HITS));
    expect((await search('text=ghbdtn')).body.correctedText).toBe('привет');
    jest.restoreAllMocks();
  });

  it('V-12: is a 503 that says when to come again while search is away', async () => {
    gateway.search.answer = UNAVAILABLE;
    const { status, body, headers } = await search('');
    expect({ status, code: body.code, again: headers['retry-after'] }).toEqual({
      status: 503,
      code: 'search.unavailable',
      again: '5',
    });
  });
});

describe('GET /api/v1/vacancies/suggestions', () => {
  const suggestions = (query: string) => gateway.call('get', `/api/v1/vacancies/suggestions?${query}`);

  it('completes what anonymous readers type, and may be kept for a minute', async () => {
    const items = [{ kind: 'title', text: 'Повар' } as const, { kind: 'employer', text: 'Поварёшка' } as const];
    gateway.search.suggestions = ok({ items, degraded: true });
    const { status, body, headers } = await suggestions(`q=${encodeURIComponent('пов')}&limit=5`);
    expect([status, body, headers['cache-control']]).toEqual([200, { items, degraded: true }, 'public, max-age=60']);
    expect(gateway.search.prefix).toBe('пов, 5');
  });

  it.each([
    ['q', ''],
    ['q', 'q='],
    ['q', 'q=%20%20'],
    ['q', 'q=a%00'],
    ['q', `q=${'a'.repeat(101)}`],
    ['q', 'q=a&q=b'],
    ['limit', 'q=a&limit=21'],
    ['text', 'q=a&text=b'],
  ])('names the parameter %s in its refusal of %s', async (parameter, query) => {
    const { status, body } = await suggestions(query);
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, [`/${parameter}`]]);
    expect(gateway.search.prefix).toBeUndefined();
  });

  it('is a 503 while search is away, and nobody keeps that', async () => {
    gateway.search.suggestions = UNAVAILABLE;
    const { status, headers } = await suggestions('q=a');
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', undefined]);
  });
});
