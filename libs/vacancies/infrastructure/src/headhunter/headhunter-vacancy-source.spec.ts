import { gzipSync } from 'node:zlib';
import { describeVacancySource, OpenBudget, type SourceMood } from '@job-scope/vacancies-testing';
import type { CollectionQuery } from '@job-scope/vacancies-domain';
import type { SourcePageRequest, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { errors, html, json, startHttpStub, type HttpStub, type Respond } from './http-stub.fixture';
import { anItem, sampleItems } from './sample.fixture';

const NEVER = new AbortController().signal;
const NOW = new Date();
const EVERYTHING: SourcePageRequest = { query: {}, publishedFrom: null, publishedTo: null, cursor: null };

const sourceAt = (baseUrl: string, budget: SourceRequestBudget = new OpenBudget(), timeoutMs = 5_000) =>
  new HeadHunterVacancySource(
    {
      baseUrl,
      userAgent: 'JobScope/1.0 (test@example.org)',
      token: 'secret',
      retries: 2,
      firstRetryDelayMs: 1,
      timeoutMs,
    },
    budget,
    { now: () => NOW },
  );

const answerOf = (items: readonly unknown[], page = 0, pages = 1, found = items.length) => ({
  items,
  found,
  pages,
  page,
  per_page: 100,
});

/** Serves the real sample, 40 items a page whatever is asked for. */
const pagesOf =
  (items: readonly unknown[]): Respond =>
  (request, response) => {
    const page = Number(new URL(request.url ?? '/', 'http://stub').searchParams.get('page'));
    const shown = items.slice(page * 40, page * 40 + 40);
    json(200, answerOf(shown, page, Math.ceil(items.length / 40), items.length))(request, response);
  };

const REFUSALS: Readonly<Record<Exclude<SourceMood, 'well'>, Respond>> = {
  blocked: json(403, errors({ type: 'captcha_required', value: 'captcha_required' })),
  unauthorized: json(403, errors({ type: 'oauth', value: 'token_revoked' })),
  refusing: json(400, errors({ type: 'bad_argument', value: 'area' })),
  'rate-limited': json(429, errors(), { 'retry-after': '3600' }),
  down: html(502),
  silent: () => undefined,
};

describeVacancySource('HeadHunterVacancySource', async () => {
  const stub = await startHttpStub();
  stub.respond = pagesOf(sampleItems());
  return {
    source: (budget) => sourceAt(stub.baseUrl, budget),
    sourceIds: async () => sampleItems().map(({ id }) => id),
    spoil: async () => {
      const [first, ...others] = sampleItems();
      stub.respond = pagesOf([{ ...first, name: null }, ...others]);
      return first?.id ?? '';
    },
    empty: async () => {
      stub.respond = pagesOf([]);
    },
    turn: async (mood) => {
      stub.respond = mood === 'well' ? pagesOf(sampleItems()) : REFUSALS[mood];
    },
    requests: async () => stub.requests.length,
    close: () => stub.close(),
  };
});

describe('HeadHunterVacancySource', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const page = (request: Partial<SourcePageRequest> = {}, source = sourceAt(stub.baseUrl)) =>
    source.page({ ...EVERYTHING, ...request }, NEVER);

  const asked = async (query: CollectionQuery, changes: Partial<SourcePageRequest> = {}) => {
    stub.respond = json(200, answerOf([]));
    await page({ query, ...changes });
    const [request] = stub.requests;
    if (!request) throw new Error('nothing was asked');
    return request;
  };

  it('says who it is', async () => {
    const { url, headers } = await asked({});
    expect(url.pathname).toBe('/vacancies');
    expect(headers).toMatchObject({
      'hh-user-agent': 'JobScope/1.0 (test@example.org)',
      authorization: 'Bearer secret',
      accept: 'application/json',
    });
  });

  it('asks for a fixed order, without magic, for pages of one size', async () => {
    const { url } = await asked({}, { cursor: '7' });
    expect([...url.searchParams]).toEqual([
      ['page', '7'],
      ['per_page', '100'],
      ['order_by', 'publication_time'],
      ['no_magic', 'true'],
    ]);
  });

  it('asks for everything a query can say, lists by repeating their key', async () => {
    const { url } = await asked(
      { text: 'C++ & "1С"', areas: ['1', '2'], professionalRoles: ['96'], employers: ['1455'], onlyWithSalary: true },
      { publishedFrom: new Date('2026-01-01T00:00:00Z'), publishedTo: new Date('2026-01-02T00:00:00Z') },
    );
    expect([...url.searchParams].slice(4)).toEqual([
      ['text', 'C++ & "1С"'],
      ['area', '1'],
      ['area', '2'],
      ['professional_role', '96'],
      ['employer_id', '1455'],
      ['only_with_salary', 'true'],
      ['date_from', '2026-01-01T00:00:00+0000'],
      ['date_to', '2026-01-02T00:00:00+0000'],
    ]);
  });

  it('never sends an upper bound alone, which would be refused', async () => {
    const { url } = await asked({}, { publishedTo: new Date('2026-01-02T00:00:00Z') });
    expect(url.searchParams.get('date_from')).toBe('2000-01-01T00:00:00+0000');
  });

  it.each([
    ['a captcha', 403, errors({ type: 'captcha_required', value: 'captcha_required' }), 'source.blocked'],
    ['a ban', 403, errors({ type: 'forbidden' }), 'source.blocked'],
    ['a token it does not take', 403, errors({ type: 'oauth', value: 'bad_authorization' }), 'source.unauthorized'],
    [
      'a paid method',
      403,
      errors({ type: 'api_access_payment', value: 'action_must_be_payed' }),
      'source.unauthorized',
    ],
    ['a name it does not take', 400, errors({ type: 'bad_user_agent', value: 'blacklisted' }), 'source.unauthorized'],
    ['a bad argument', 400, errors({ type: 'bad_argument', value: 'per_page' }), 'source.query-refused'],
    ['an unknown area', 404, errors({ type: 'not_found' }), 'source.query-refused'],
    ['200 with errors', 200, errors({ type: 'captcha_required' }), 'source.blocked'],
    ['service_unavailable', 503, errors({ type: 'service_unavailable' }), 'source.unavailable'],
    ['another shape', 200, { items: {} }, 'source.unavailable'],
    ['broken JSON', 200, '{"items": [', 'source.unavailable'],
  ])('understands %s', async (_title, status, body, code) => {
    stub.respond = json(status, body);
    await expect(page()).resolves.toMatchObject({ ok: false, error: { code, detail: expect.any(String) } });
  });

  it.each([
    ['403 of a guard before the API', html(403), 'source.blocked'],
    ['451 of a geo-block', html(451), 'source.blocked'],
    ['HTML with 200', html(200), 'source.unavailable'],
    ['a reset', ((_request, response) => void response.destroy()) satisfies Respond, 'source.unavailable'],
  ])('understands %s', async (_title, respond, code) => {
    stub.respond = respond;
    await expect(page()).resolves.toMatchObject({ ok: false, error: { code } });
  });

  it('gives up on an answer that does not come in time', async () => {
    stub.respond = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    await expect(page({}, sourceAt(stub.baseUrl, new OpenBudget(), 20))).resolves.toMatchObject({
      ok: false,
      error: { code: 'source.unavailable' },
    });
  });

  it('repeats what may pass, and no more often than it was told', async () => {
    stub.respond = html(502);
    await page();
    expect(stub.requests).toHaveLength(3);
  });

  it('takes the answer that comes after failures, and counts all requests', async () => {
    stub.respond = (request, response) =>
      (stub.requests.length < 3 ? html(502) : pagesOf(sampleItems()))(request, response);
    await expect(page()).resolves.toMatchObject({ ok: true, value: { requests: 3 } });
  });

  it('leaves a source alone that has been down for long', async () => {
    stub.respond = html(502);
    const source = sourceAt(stub.baseUrl);
    for (let round = 0; round < 5; round += 1) await page({}, source);
    expect(stub.requests).toHaveLength(10);
  });

  it.each([
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['a date', { 'retry-after': new Date(Math.floor(NOW.getTime() / 1000) * 1000 + 120_000).toUTCString() }, 120_000],
    ['nothing', {}, 5_000],
  ])('blocks the budget for as long as a 429 asks, by %s', async (_title, headers, expected) => {
    const budget = new OpenBudget();
    stub.respond = json(429, errors(), headers);
    await page({}, sourceAt(stub.baseUrl, budget));
    const [block] = budget.blocks;
    expect(Math.abs((block?.until.getTime() ?? 0) - NOW.getTime() - expected)).toBeLessThan(1_000);
  });

  it('asks for a longer pause each time when a 429 names none', async () => {
    const budget = new OpenBudget();
    stub.respond = json(429, errors());
    await page({}, sourceAt(stub.baseUrl, budget));
    expect(budget.blocks.map(({ until }) => until.getTime() - NOW.getTime())).toEqual([5_000, 10_000, 20_000]);
  });

  it('reads zipped answers, and asks again for truncated ones', async () => {
    const whole = gzipSync(JSON.stringify(answerOf([anItem()])));
    stub.respond = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(stub.requests.length === 1 ? whole.subarray(0, whole.length / 2) : whole);
    };
    await expect(page()).resolves.toMatchObject({ ok: true, value: { requests: 2, found: 1 } });
  });

  it('stops where the source shows no more, however much it has (V-5)', async () => {
    stub.respond = json(200, answerOf([anItem()], 19, 20, 3552));
    await expect(page({ cursor: '19' })).resolves.toMatchObject({ ok: true, value: { found: 3552, next: null } });
  });

  it('takes the refusal of a page that lies too deep for the end of the list', async () => {
    stub.respond = json(
      400,
      errors({ type: 'bad_argument', value: 'page' }, { type: 'bad_argument', value: 'per_page' }),
    );
    await expect(page({ cursor: '20' })).resolves.toMatchObject({
      ok: true,
      value: { vacancies: [], rejected: [], found: 2000, next: null },
    });
  });

  it('passes over an item that is malformed, and keeps the others (V-6)', async () => {
    stub.respond = json(200, answerOf([anItem(), anItem({ id: '2', has_test: 'maybe' }), null]));
    await expect(page()).resolves.toMatchObject({
      ok: true,
      value: {
        vacancies: [{ sourceId: sampleItems()[0]?.id }],
        rejected: [
          { sourceId: '2', reason: 'has_test must be true or false, is "maybe"' },
          { sourceId: null, reason: 'the item must be an object, is null' },
        ],
      },
    });
  });

  it('leaves out what PostgreSQL cannot store', async () => {
    stub.respond = json(200, answerOf([anItem({ name: 'a\u0000b\ud800c \u{1F600}', department: { name: '\u0000' } })]));
    const answer = await page();
    expect(answer).toMatchObject({ ok: true, value: { vacancies: [{ title: 'abc \u{1F600}' }] } });
    expect(JSON.stringify(answer)).not.toContain('\\u0000');
  });

  it('never shows the token', async () => {
    stub.respond = json(403, errors({ type: 'oauth', value: 'bad_authorization' }));
    expect(JSON.stringify(await page())).not.toContain('secret');
  });
});
