import { EVERYTHING } from '@job-scope/vacancies-domain';
import { OpenBudget } from '@job-scope/vacancies-testing';
import { html, json, startHttpStub, type HttpStub, type Respond } from '../http-source/http-stub.fixture';
import { anItem } from './item.fixture';
import { TrudvsemVacancySource } from './trudvsem-vacancy-source';

const NOW = new Date('2026-11-02T09:00:00Z');
const NEVER = new AbortController().signal;

const envelope = (vacancies: readonly unknown[], total = vacancies.length) => ({
  status: '200',
  meta: { total, limit: 100 },
  results: vacancies.length === 0 ? {} : { vacancies: vacancies.map((vacancy) => ({ vacancy })) },
});

describe('TrudvsemVacancySource', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const source = (budget = new OpenBudget()) =>
    new TrudvsemVacancySource({ baseUrl: `${stub.baseUrl}/`, retries: 2, firstRetryDelayMs: 1 }, budget, {
      now: () => NOW,
    });
  const page = (cursor: string | null = null, budget?: OpenBudget) =>
    source(budget).page({ query: {}, slice: EVERYTHING, cursor }, NEVER);

  it.each<[string, Respond, string]>([
    ['403 of a guard', html(403), 'source.blocked'],
    ['451 of a geo-block', html(451), 'source.blocked'],
    ['401', json(401, {}), 'source.unauthorized'],
    ['400', json(400, { status: '400', meta: { error: 'limit' }, results: {} }), 'source.query-refused'],
    ['404', json(404, {}), 'source.query-refused'],
    ['408', html(408), 'source.unavailable'],
    ['500 with a page', html(500), 'source.unavailable'],
    ['200 with a page', html(200), 'source.unavailable'],
    ['200 that says 500', json(200, { status: '500', meta: {}, results: {} }), 'source.unavailable'],
    ['200 that says 400', json(200, { status: '400', meta: {}, results: {} }), 'source.query-refused'],
    [
      'another shape',
      json(200, { status: '200', meta: { total: 1 }, results: { vacancies: {} } }),
      'source.unavailable',
    ],
    ['no total', json(200, { status: '200', meta: null, results: {} }), 'source.unavailable'],
    ['broken JSON', json(200, '{"status": '), 'source.unavailable'],
  ])('understands %s', async (_title, respond, code) => {
    stub.respond = respond;
    await expect(page()).resolves.toMatchObject({ ok: false, error: { code, detail: expect.any(String) } });
  });

  describe('asked for one vacancy', () => {
    const ITEM = anItem();
    const id = String(ITEM['id']);
    const ask = (raw: unknown = ITEM) => source().inquiry.ask({ sourceId: id, raw }, NEVER);

    it.each<[string, Respond, object]>([
      ['has it', json(200, envelope([ITEM])), { state: 'active', told: null, rejected: null, requests: 1 }],
      ['has none', json(200, envelope([])), { state: 'gone', requests: 1 }],
      ['does not find it', json(404, {}), { state: 'gone', requests: 1 }],
    ])('V-16: says what has become of it when the portal %s', async (_, respond, value) => {
      stub.respond = respond;
      expect(await ask()).toMatchObject({ ok: true, value });
      expect(stub.requests[0]?.url.pathname).toBe(`/api/v1/vacancies/vacancy/1027700132195/${id}`);
    });

    it.each<[string, Respond, string]>([
      ['another vacancy', json(200, envelope([anItem({ id: 'other' })])), 'source.unavailable'],
      ['something else', json(200, {}), 'source.unavailable'],
      ['the page of a guard', html(403), 'source.blocked'],
    ])('concludes nothing from %s', async (_, respond, code) => {
      stub.respond = respond;
      expect(await ask()).toMatchObject({ ok: false, error: { code } });
    });

    it.each([null, {}, { company: null }, { company: { companycode: '' } }])(
      'cannot be asked without the company (%j)',
      async (raw) => {
        expect(await ask(raw)).toMatchObject({ ok: false, error: { code: 'source.query-refused' } });
        expect(stub.requests).toEqual([]);
      },
    );
  });

  it('leaves a source alone for as long as its 429 asks', async () => {
    const budget = new OpenBudget();
    stub.respond = json(429, {}, { 'retry-after': '120' });
    await page(null, budget);
    expect(budget.blocks[0]).toEqual({ source: 'trudvsem', until: new Date(NOW.getTime() + 120_000) });
  });

  it('asks for pages by their index, and for what was modified within the slice', async () => {
    stub.respond = json(200, envelope([anItem()], 12_345));
    const query = { text: 'водитель', areas: ['7700000000000'] };
    const slice = { publishedFrom: new Date('2026-10-01T00:00:00Z'), publishedTo: NOW, filters: {} };
    await source().page({ query, slice, cursor: '7' }, NEVER);
    const { pathname, searchParams } = stub.requests[0]?.url ?? new URL('http://none');
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/api/v1/vacancies/region/7700000000000',
      {
        limit: '100',
        offset: '7',
        text: 'водитель',
        modifiedFrom: '2026-10-01T00:00:00Z',
        modifiedTo: '2026-11-02T09:00:00Z',
      },
    ]);
  });

  it.each([
    ['98', '99'],
    ['99', null],
  ])('never asks for page 100, which the portal answers with an error: after %s comes %p', async (cursor, next) => {
    stub.respond = json(200, envelope([anItem()], 12_345));
    await expect(page(cursor)).resolves.toMatchObject({ ok: true, value: { found: 12_345, reachable: 10_000, next } });
  });

  it.each(['100', '-1', 'x'])('takes %p for no cursor of its own', async (cursor) => {
    await expect(page(cursor)).rejects.toThrow('not a cursor of Trudvsem');
  });

  it('splits by region what is too short to be cut by time, and a region no further', async () => {
    const slice = { publishedFrom: NOW, publishedTo: NOW, filters: {} };
    const split = await source().split({ query: {}, slice }, NEVER);
    const slices = split.ok ? split.value.slices : [];
    expect(slices.map(({ filters }) => filters['region'])).toContain('7700000000000');
    expect(slices).toHaveLength(99);
    for (const narrow of [
      { query: {}, slice: slices[0] ?? slice },
      { query: { areas: ['7700000000000'] }, slice },
      { query: { employers: ['1027700132195'] }, slice },
    ]) {
      await expect(source().split(narrow, NEVER)).resolves.toEqual({ ok: true, value: { slices: [], requests: 0 } });
    }
  });
});
