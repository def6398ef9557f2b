import { errors, json, startHttpStub, type HttpStub } from '../http-source/http-stub.fixture';
import { anItem } from './sample.fixture';
import { NEVER, sourceAt } from './stubbed-source.fixture';

describe('HeadHunterInquiry', () => {
  let stub: HttpStub;
  beforeEach(async () => {
    stub = await startHttpStub();
  });
  afterEach(() => stub.close());

  const ask = (id = '42') => sourceAt(stub.baseUrl).inquiry.ask({ sourceId: id, raw: null }, NEVER);
  const vacancy = (changes: object = {}) => ({
    ...{ ...anItem(), id: '42', archived: false, key_skills: [{ name: 'SQL' }] },
    ...{ description: '<p>Текст</p>', initial_created_at: '2026-01-01T00:00:00+0300' },
    ...changes,
  });

  it('tells the details of a vacancy, with the payload that told them', async () => {
    stub.respond = json(200, vacancy());
    const details = {
      description: { html: '<p>Текст</p>', text: 'Текст' },
      keySkills: ['SQL'],
      createdAt: new Date('2025-12-31T21:00:00Z'),
    };
    expect(await ask()).toEqual({
      ok: true,
      value: { state: 'active', told: { details, raw: vacancy() }, rejected: null, requests: 1, throttled: 0 },
    });
    expect(stub.requests.map(({ url }) => url.pathname)).toEqual(['/vacancies/42']);
  });

  it.each([true, 'true'])(
    'V-16: says of one that is archived (%j) that it is closed, and what it was',
    async (archived) => {
      stub.respond = json(200, vacancy({ archived }));
      expect(await ask()).toMatchObject({ value: { state: 'archived', told: { details: { keySkills: ['SQL'] } } } });
    },
  );

  it('V-16: says of one that is not found that it is gone', async () => {
    stub.respond = json(404, errors({ type: 'not_found', value: 'vacancy' }));
    expect(await ask()).toEqual({
      ok: true,
      value: { state: 'gone', told: null, rejected: null, requests: 1, throttled: 0 },
    });
  });

  it('V-20: cleans the description of scripts and marks', async () => {
    const description = '<p onclick="x()">a <highlighttext>b</highlighttext></p><script>x()</script>';
    stub.respond = json(200, vacancy({ description }));
    const answer = await ask();
    const text = answer.ok ? JSON.stringify(answer.value.told?.details) : '';
    expect(text).toContain('a b');
    expect(text).not.toMatch(/<script|onclick|highlighttext/);
  });

  it('knows the state even if the details cannot be understood, and names what is wrong', async () => {
    stub.respond = json(200, vacancy({ archived: true, key_skills: 'SQL' }));
    expect(await ask()).toMatchObject({
      value: {
        ...{ state: 'archived', told: null },
        rejected: {
          reason: expect.stringContaining('key_skills'),
          raw: vacancy({ archived: true, key_skills: 'SQL' }),
        },
      },
    });
  });

  it.each([
    ['the page of a guard', {}],
    ['another vacancy', vacancy({ id: '43' })],
  ])('takes %s for no answer', async (_, body) => {
    stub.respond = json(200, body);
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'source.unavailable' } });
  });

  it.each([
    ['source.blocked', 403, { type: 'captcha_required', value: 'captcha_required' }],
    ['source.unauthorized', 403, { type: 'oauth', value: 'token_revoked' }],
    ['source.query-refused', 400, { type: 'bad_argument', value: 'vacancy_id' }],
  ])('fails with %s as lists do', async (code, status, error) => {
    stub.respond = json(status, errors(error));
    expect(await ask()).toMatchObject({ ok: false, error: { code } });
  });

  it('says what a failure cost, and what of it was too many', async () => {
    stub.respond = (request, response) => json(stub.requests.length === 1 ? 429 : 502, {})(request, response);
    expect(await ask()).toMatchObject({
      ok: false,
      error: { code: 'source.unavailable', requests: 3, throttled: 1 },
    });
  });

  it('counts requests that were repeated, and writes identifiers as they must be in an address', async () => {
    stub.respond = (request, response) =>
      json(stub.requests.length === 1 ? 502 : 200, vacancy({ id: 'a/b' }))(request, response);
    expect(await ask('a/b')).toMatchObject({ value: { requests: 2 } });
    expect(stub.requests[0]?.url.pathname).toBe('/vacancies/a%2Fb');
  });
});
