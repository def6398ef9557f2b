import { ok } from '@job-scope/kernel';
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

  it('hands every parameter to the search as what it means', async () => {
    const from = 'publishedFrom=2026-01-01T00:00:00%2B03:00&publishedTo=2026-02-01T00:00:00Z';
    const ids = 'source=headhunter&areaId=1&employerId=1740&experienceId=between1And3';
    await search(`text=повар&${ids}&onlyWithSalary=true&${from}&includeArchived=false&sort=published&limit=7`);
    expect(gateway.search.asked).toMatchObject({
      ...{ text: 'повар', source: ['headhunter'], area: byId('1'), employer: byId('1740') },
      experience: byId('between1And3'),
      ...{ onlyWithSalary: true, includeArchived: false, sort: 'published', limit: 7 },
      publishedFrom: new Date('2025-12-31T21:00:00.000Z'),
      publishedTo: new Date('2026-02-01T00:00:00.000Z'),
    });
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
    ['source', 'source=%00'],
    ['areaId', 'areaId='],
    ['employerId', 'employerId=1%00'],
    ['experienceId', `experienceId=${'a'.repeat(65)}`],
    ['onlyWithSalary', 'onlyWithSalary=yes'],
    ['includeArchived', 'includeArchived=constructor'],
    ['publishedFrom', 'publishedFrom=2026-01-01'],
    ['publishedFrom', 'publishedFrom=2026-02-30T00:00:00Z'],
    ['publishedTo', 'publishedTo=2026-01-01T00:00:00'],
    ['publishedTo', 'publishedFrom=2026-01-02T00:00:00Z&publishedTo=2026-01-01T00:00:00Z'],
    ['sort', 'sort=salary'],
    ['sort', 'sort=relevance'],
    ['cursor', 'cursor=%00'],
    ['cursor', 'cursor=bm90IGpzb24'],
    ['cursor', `cursor=${'a'.repeat(1001)}`],
    ['page', 'page=2'],
  ])('V-13: names the parameter %s in its refusal of %s', async (parameter, query) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([`/${parameter}`]);
    expect(gateway.search.asked).toBeUndefined();
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
