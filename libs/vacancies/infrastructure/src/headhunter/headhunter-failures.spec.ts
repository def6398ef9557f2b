import { OpenBudget } from '@job-scope/vacancies-testing';
import type { SourcePageRequest } from '@job-scope/vacancies-ports';
import { register } from 'prom-client';
import { errors, html, json, startHttpStub, type HttpStub, type Respond } from '../http-source/http-stub.fixture';
import { sampleItems } from './sample.fixture';
import { ALL, NEVER, NOW, pagesOf, sourceAt } from './stubbed-source.fixture';

describe('HeadHunterVacancySource, when requests fail', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const page = (request: Partial<SourcePageRequest> = {}, source = sourceAt(stub.baseUrl)) =>
    source.page({ ...ALL, ...request }, NEVER);

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
    ['captcha_required', 'source.blocked', 'captcha'],
    ['forbidden', 'source.blocked', 'ban'],
    ['oauth', 'source.unauthorized', 'token'],
    ['api_access_payment', 'source.unauthorized', 'payment'],
    ['bad_user_agent', 'source.unauthorized', 'user-agent'],
    [undefined, 'source.blocked', 'guard'],
  ])('V-18: tells the meanings of 403 apart: %s is %s by %s', async (type, code, cause) => {
    stub.respond = type === undefined ? html(403) : json(403, errors({ type }));
    await expect(page()).resolves.toMatchObject({ ok: false, error: { code, cause } });
  });

  it.each(['captcha_url', 'fallback_url'])('says where a captcha can be solved, by %s', async (name) => {
    const url = 'https://hh.ru/account/captcha?state=1';
    stub.respond = json(403, errors({ type: 'captcha_required', [name]: url }));
    await expect(page()).resolves.toMatchObject({
      error: { detail: expect.stringContaining(`to be solved at ${url}`) },
    });
  });

  it('counts what keeps us out, by its cause', async () => {
    register.resetMetrics();
    const source = sourceAt(stub.baseUrl);
    stub.respond = json(403, errors({ type: 'captcha_required' }));
    await page({}, source);
    stub.respond = html(403);
    await page({}, source);
    const { values = [] } = (await register.getSingleMetric('source_blocks_total')?.get()) ?? {};
    const blocks = values.map(({ labels, value }) => [labels['cause'], value]);
    expect(blocks).toEqual([
      ['captcha', 1],
      ['ban', 0],
      ['guard', 1],
    ]);
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

  describe('once it has left a source alone', () => {
    const { now } = Date;
    let ahead = 0;
    beforeEach(() => {
      ahead = 0;
      jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    });
    afterEach(() => jest.restoreAllMocks());

    const broken = async () => {
      stub.respond = html(502);
      const source = sourceAt(stub.baseUrl);
      for (let round = 0; round < 5; round += 1) await page({}, source);
      stub.requests.length = 0;
      return source;
    };

    it('tries it with one request after 30 s, and leaves it alone again when that fails', async () => {
      const source = await broken();
      ahead = 29_000;
      expect(await page({}, source)).toMatchObject({ ok: false, error: { code: 'source.unavailable', requests: 0 } });
      ahead = 31_000;
      for (let round = 0; round < 3; round += 1) await page({}, source);
      expect(stub.requests).toHaveLength(1);
      ahead = 62_000;
      await page({}, source);
      expect(stub.requests).toHaveLength(2);
    });

    it('goes on as ever once that request was answered', async () => {
      const source = await broken();
      ahead = 31_000;
      stub.respond = pagesOf(sampleItems());
      for (let round = 0; round < 3; round += 1) expect(await page({}, source)).toMatchObject({ ok: true });
      stub.respond = html(502);
      await page({}, source);
      expect(stub.requests).toHaveLength(3 + 3);
    });
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
});
