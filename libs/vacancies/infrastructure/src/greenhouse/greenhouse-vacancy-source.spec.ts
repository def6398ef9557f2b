import { EVERYTHING, type Slice } from '@job-scope/vacancies-domain';
import { OpenBudget } from '@job-scope/vacancies-testing';
import { html, json, startHttpStub, type HttpStub, type Respond } from '../http-source/http-stub.fixture';
import { GreenhouseVacancySource } from './greenhouse-vacancy-source';
import { aJob } from './job.fixture';

const NOW = new Date('2026-11-02T09:00:00Z');
const NEVER = new AbortController().signal;
const ONE: Slice = { ...EVERYTHING, filters: { board: 'one' } };

const board = (...jobs: readonly unknown[]) => ({ jobs, meta: { total: jobs.length } });

describe('GreenhouseVacancySource', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const source = (budget = new OpenBudget(), boards: readonly string[] = ['one', 'two']) =>
    new GreenhouseVacancySource({ baseUrl: `${stub.baseUrl}/`, boards, retries: 2, firstRetryDelayMs: 1 }, budget, {
      now: () => NOW,
    });
  const page = (adapter = source(), slice = ONE) => adapter.page({ query: {}, slice, cursor: null }, NEVER);

  it.each<[string, Respond, string]>([
    ['403 of a guard', html(403), 'source.blocked'],
    ['451 of a geo-block', html(451), 'source.blocked'],
    ['401', json(401, {}), 'source.unauthorized'],
    ['404', json(404, { status: 404, error: 'Job board not found' }), 'source.query-refused'],
    ['400', json(400, {}), 'source.query-refused'],
    ['408', html(408), 'source.unavailable'],
    ['502 with a page', html(502), 'source.unavailable'],
    ['200 with a page', html(200), 'source.unavailable'],
    ['304 that nobody asked for', html(304), 'source.unavailable'],
    ['another shape', json(200, { jobs: {} }), 'source.unavailable'],
    ['broken JSON', json(200, '{"jobs": '), 'source.unavailable'],
  ])('understands %s, and names the board', async (_title, respond, code) => {
    stub.respond = respond;
    const answer = await page();
    expect(answer).toMatchObject({ ok: false, error: { code } });
    if (code !== 'source.unavailable')
      expect(answer).toMatchObject({ error: { detail: expect.stringContaining('one') } });
  });

  it('asks for all jobs of a board with their content', async () => {
    stub.respond = json(200, board(aJob().job));
    await page();
    const { pathname, search } = stub.requests[0]?.url ?? new URL('http://none');
    expect(`${pathname}${search}`).toBe('/v1/boards/one/jobs?content=true');
  });

  describe('asked for one job', () => {
    const ID = '4000001009';
    const ask = (raw: unknown = aJob()) => source().inquiry.ask({ sourceId: ID, raw }, NEVER);

    it.each<[string, Respond, object]>([
      ['has it', json(200, aJob().job), { state: 'active', told: null, rejected: null, requests: 1 }],
      ['does not', json(404, { status: 404, error: 'Job not found' }), { state: 'gone', requests: 1 }],
    ])('V-16: says what has become of it when its board %s', async (_, respond, value) => {
      stub.respond = respond;
      expect(await ask({ ...aJob(), board: 'one' })).toMatchObject({ ok: true, value });
      expect(stub.requests[0]?.url.pathname).toBe(`/v1/boards/one/jobs/${ID}`);
    });

    it.each<[string, Respond, string]>([
      ['another job', json(200, { id: 7 }), 'source.unavailable'],
      ['the page of a guard', html(403), 'source.blocked'],
    ])('concludes nothing from %s', async (_, respond, code) => {
      stub.respond = respond;
      expect(await ask()).toMatchObject({ ok: false, error: { code } });
    });

    it('cannot be asked without its board', async () => {
      expect(await ask(null)).toMatchObject({ ok: false, error: { code: 'source.query-refused' } });
      expect(stub.requests).toEqual([]);
    });
  });

  it('leaves a source alone for as long as its 429 asks', async () => {
    const budget = new OpenBudget();
    stub.respond = json(429, {}, { 'retry-after': '120' });
    await page(source(budget));
    expect(budget.blocks[0]).toEqual({ source: 'greenhouse', until: new Date(NOW.getTime() + 120_000) });
  });

  describe('with an entity tag', () => {
    const unlessKnown: Respond = (request, response) => {
      if (request.headers['if-none-match'] === 'W/"1"') response.writeHead(304).end();
      else json(200, board(aJob().job), { etag: 'W/"1"' })(request, response);
    };

    it('shows the vacancies of an unchanged board again for one request, so that they count as seen', async () => {
      stub.respond = unlessKnown;
      const adapter = source();
      const [first, second] = [await page(adapter), await page(adapter)];
      expect(second).toEqual(first);
      expect(second).toMatchObject({ ok: true, value: { vacancies: [{ sourceId: '4000001009' }], requests: 1 } });
      expect(stub.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"1"']);
    });

    it('takes what has changed, and its new tag', async () => {
      const adapter = source();
      stub.respond = json(200, board(aJob().job), { etag: 'W/"1"' });
      await page(adapter);
      stub.respond = json(200, board(), { etag: 'W/"2"' });
      await expect(page(adapter)).resolves.toMatchObject({ value: { vacancies: [] } });
      await page(adapter);
      expect(stub.requests[2]?.headers['if-none-match']).toBe('W/"2"');
    });

    it('asks for all of it when it has nothing at hand that would still be true', async () => {
      stub.respond = unlessKnown;
      await page(source());
      await expect(page(source())).resolves.toMatchObject({ value: { vacancies: [{ sourceId: '4000001009' }] } });
      const another = { ...EVERYTHING, filters: { board: 'two' } };
      await page(source(), another);
      expect(stub.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, undefined]);
    });

    it('keeps no answer that it could not understand', async () => {
      const adapter = source();
      stub.respond = (_request, response) => void response.writeHead(200, { etag: 'W/"1"' }).end('<html>');
      await page(adapter);
      stub.respond = unlessKnown;
      await expect(page(adapter)).resolves.toMatchObject({ ok: true });
    });
  });

  it('splits everything into boards, those of the query or else those that are set, and a board no further', async () => {
    const adapter = source();
    const boardsOf = async (query: object, slice = EVERYTHING) => {
      const split = await adapter.split({ query, slice }, NEVER);
      return split.ok && split.value.slices.map(({ filters }) => filters['board']);
    };
    expect(await boardsOf({})).toEqual(['one', 'two']);
    expect(await boardsOf({ employers: ['three', 'three'] })).toEqual(['three']);
    expect(await boardsOf({}, ONE)).toEqual([]);
    const slice = { ...EVERYTHING, publishedFrom: NOW };
    expect(await adapter.split({ query: { employers: ['three'] }, slice }, NEVER)).toEqual({
      ok: true,
      value: { slices: [{ ...slice, filters: { board: 'three' } }], requests: 0 },
    });
    expect(stub.requests).toEqual([]);
  });

  it('V-16: tells of the companies whose boards were read, and of no others', () => {
    const slices = [ONE, { ...EVERYTHING, filters: { board: 'two' } }];
    expect(source().employersIn(slices)).toEqual(['one', 'two']);
    expect(source().employersIn([EVERYTHING])).toEqual([]);
  });

  it('says of everything that it is out of reach, for no request', async () => {
    await expect(page(source(), EVERYTHING)).resolves.toEqual({
      ok: true,
      value: { vacancies: [], rejected: [], found: 2, reachable: 0, next: null, requests: 0 },
    });
  });

  it('never takes "no board" for "no vacancy"', async () => {
    const answer = await page(source(new OpenBudget(), []), EVERYTHING);
    expect(answer).toMatchObject({ ok: false, error: { code: 'source.query-refused' } });
  });
});
