import { gunzipSync } from 'node:zlib';
import { ScenarioError, type ScenarioSpec } from '@job-scope/simulator-shared';
import { createSimulator } from '../simulator';
import { simulate, USER_AGENT } from '../testing/client';

const ALL = { order_by: 'publication_time', per_page: 20 };

describe('a scenario', () => {
  it('acts on the next requests only, after letting some pass', async () => {
    const { search, control } = simulate({ size: 5 });
    control.scenario({ name: 'captcha', after: 2, count: 1 });
    const statuses = [];
    for (let request = 0; request < 5; request += 1) statuses.push((await search()).status);
    expect(statuses).toEqual([200, 200, 403, 200, 200]);
    expect(control.scenarios()).toEqual([]);
  });

  it('acts on its path only', async () => {
    const { search, get, control } = simulate({ size: 5 });
    control.scenario({ name: 'bad_gateway', path: '/areas' });
    expect((await search()).status).toBe(200);
    expect((await get('/areas')).status).toBe(502);
  });

  it('can spare clients with a token', async () => {
    const { get, control } = simulate({ size: 5 });
    control.scenario({ name: 'captcha', anonymous: true });
    expect((await get('/vacancies')).status).toBe(403);
    expect((await get('/vacancies', {}, { authorization: 'Bearer any' })).status).toBe(200);
  });

  it('can be switched off, and the log tells where it acted', async () => {
    const { search, control } = simulate({ size: 5 });
    control.scenario({ name: 'service_unavailable' });
    await search();
    control.clearScenarios();
    await search();
    expect(control.requests().map(({ scenarios }) => scenarios)).toEqual([['service_unavailable'], []]);
    control.clearRequests();
    expect(control.requests()).toEqual([]);
  });

  it.each([
    [{ name: 'nonsense' }, 'name must be one of'],
    [{ name: 'toString' }, 'name must be one of'],
    [{ name: 'captcha', cuont: 1 }, 'does not know cuont'],
    [{ name: 'captcha', count: 0 }, 'count'],
    [{ name: 'captcha', after: -1 }, 'after'],
    [{ name: 'captcha', path: 'vacancies' }, 'path'],
    [{ name: 'captcha', anonymous: 'yes' }, 'anonymous'],
    [{ name: 'slow', delay: 'long' }, 'delay must be an integer'],
    [{ name: 'archive' }, 'archive needs ids'],
    [{ name: 'archive', ids: [1] }, 'ids must be a list'],
    [null, 'must be an object'],
  ])('%j is refused: %s', (spec, message) => {
    const { control } = simulate({ size: 1 });
    expect(() => control.scenario(spec as ScenarioSpec)).toThrow(ScenarioError);
    expect(() => control.scenario(spec as ScenarioSpec)).toThrow(message);
  });
});

describe('refusals', () => {
  it.each([
    ['captcha', 403, /captcha_url/],
    ['ban', 403, /"forbidden"/],
    ['too_many_requests', 429, /^$/],
    ['bad_gateway', 502, /<html>/],
    ['service_unavailable', 503, /service_unavailable/],
    ['blocked_html', 403, /<html>/],
    ['ok_with_errors', 200, /"errors"/],
  ])('%s answers %i', async (name, status, text) => {
    const { search, control } = simulate({ size: 5 });
    control.scenario({ name });
    const answer = await search();
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
  });

  it('too_many_requests can say when to come back', async () => {
    const { search, control } = simulate({ size: 5 });
    control.scenario({ name: 'too_many_requests', count: 1 });
    expect((await search()).headers['retry-after']).toBeUndefined();
    control.scenario({ name: 'too_many_requests', retry_after: 7 });
    expect((await search()).headers['retry-after']).toBe('7');
  });

  it('a ban ends after its time, and directories answer meanwhile', async () => {
    const { search, get, control } = simulate({ size: 5 });
    control.scenario({ name: 'ban', seconds: 600 });
    expect((await search()).status).toBe(403);
    expect((await get('/areas')).status).toBe(200);
    control.scenario({ name: 'advance_clock', seconds: 600 });
    expect((await search()).status).toBe(200);
  });
});

describe('damage', () => {
  it('truncated_gzip cannot be unpacked', async () => {
    const { app, control } = createSimulator({ size: 30 });
    control.scenario({ name: 'truncated_gzip' });
    const answer = await app.inject({ url: '/vacancies', headers: { 'hh-user-agent': USER_AGENT } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(() => gunzipSync(answer.rawPayload)).toThrow('unexpected end of file');
  });

  it('malformed_item spoils one item and leaves the others', async () => {
    const { search, control } = simulate({ size: 30 });
    const { items } = (await search(ALL)).body;
    control.scenario({ name: 'malformed_item', position: 3 });
    const spoilt = (await search(ALL)).body.items;
    expect(spoilt.filter((item, index) => JSON.stringify(item) !== JSON.stringify(items[index]))).toEqual([spoilt[3]]);
    expect(spoilt[3]).toMatchObject({ id: items[3].id, name: null, published_at: 'вчера' });
  });

  it('null_employer takes the employer away, in the search and in the vacancy', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const [first, second] = (await search(ALL)).body.items;
    control.scenario({ name: 'null_employer', ids: [first.id] });
    const { items } = (await search(ALL)).body;
    expect([items[0].employer, items[1].employer]).toEqual([null, second.employer]);
    expect((await get(`/vacancies/${first.id}`)).body.employer).toBeNull();
    expect((await get(`/vacancies/${second.id}`)).body.employer).toEqual(second.employer);
  });

  it('unknown_fields adds to the envelope and to each item', async () => {
    const { search, control } = simulate({ size: 3 });
    control.scenario({ name: 'unknown_fields' });
    const { body } = await search();
    expect(body).toHaveProperty('brand_new_envelope_field');
    for (const item of body.items) expect(item).toHaveProperty('brand_new_field');
  });
});
