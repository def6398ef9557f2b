import { gunzipSync } from 'node:zlib';
import { createSimulator } from '../simulator';
import { collect, idsOf, simulate, USER_AGENT } from '../testing/client';
import { SCENARIOS } from './catalogue';
import { ScenarioError, type ScenarioSpec } from './scenario-spec';

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

describe('a moving list', () => {
  it('duplicates repeat items across pages and lose none', async () => {
    const { search, control } = simulate({ size: 90 });
    const once = idsOf((await collect(search, ALL)).items);
    control.scenario({ name: 'duplicates', items: 3 });
    const twice = idsOf((await collect(search, ALL)).items);
    expect(twice).toHaveLength(90 + 4 * 3);
    expect(new Set(twice)).toEqual(new Set(once));
  });

  it('insert_between_pages pushes vacancies from page to page', async () => {
    const { search, control } = simulate({ size: 90 });
    control.scenario({ name: 'insert_between_pages', vacancies: 2, after: 1 });
    const { items } = await collect(search, ALL);
    // The four later pages each begin with the last two items of the page before; the new ones stand on page 0, already read.
    expect(items).toHaveLength(90 + 4 * 2);
    expect(new Set(idsOf(items)).size).toBe(90);
    expect((await search({ per_page: 0 })).body.found).toBe(90 + 5 * 2);
  });

  it('insert publishes the newest vacancies', async () => {
    const { search, control } = simulate({ size: 20 });
    control.scenario({ name: 'advance_clock', seconds: 3600 });
    const { ids } = control.scenario({ name: 'insert', vacancies: 2 });
    const { found, items } = (await search(ALL)).body;
    expect(found).toBe(22);
    expect(idsOf(items.slice(0, 2))).toEqual((ids as string[]).toReversed());
    expect(items[0].published_at).toBe('2026-11-02T13:00:00+0300');
  });
});

describe('the life of a vacancy', () => {
  const found = async (search: ReturnType<typeof simulate>['search'], id: string) =>
    idsOf((await collect(search, { ...ALL })).items).includes(id);

  it('archived: out of the search, but its page stays', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const [{ id, employer }] = (await search(ALL)).body.items;
    expect(employer.id).toBeDefined();
    const before = (await get(`/employers/${employer.id}`)).body.open_vacancies;
    expect(control.scenario({ name: 'archive', ids: [id, '1'] })).toEqual({ ids: [id] });
    expect(await found(search, id)).toBe(false);
    expect((await get(`/vacancies/${id}`)).body).toMatchObject({ id, archived: true });
    expect((await get(`/employers/${employer.id}`)).body.open_vacancies).toBe(before - 1);
  });

  it('deleted: gone everywhere', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const { id } = (await search(ALL)).body.items[4];
    expect(control.scenario({ name: 'delete', ids: [id] })).toEqual({ ids: [id] });
    expect(control.scenario({ name: 'delete', ids: [id] })).toEqual({ ids: [] });
    expect(await found(search, id)).toBe(false);
    expect((await get(`/vacancies/${id}`)).status).toBe(404);
    expect((await search({ per_page: 0 })).body.found).toBe(29);
  });

  it('restored: the same content under a new id, the old page still archived', async () => {
    const { search, get, control } = simulate({ size: 30 });
    const item = (await search(ALL)).body.items[4];
    expect(control.scenario({ name: 'restore', ids: [item.id] })).toEqual({ ids: [] });
    control.scenario({ name: 'archive', ids: [item.id] });
    const { ids } = control.scenario({ name: 'restore', ids: [item.id] });
    const [restored] = (await search(ALL)).body.items;
    expect([restored.id]).toEqual(ids);
    expect(restored.id).not.toBe(item.id);
    expect(restored.name).toBe(item.name);
    expect((await get(`/vacancies/${item.id}`)).body.archived).toBe(true);
  });
});

describe('the HTTP control door', () => {
  const json = { 'content-type': 'application/json' };

  it('is closed unless asked for', async () => {
    expect((await simulate({ size: 1 }).get('/__control/requests')).status).toBe(404);
  });

  it('does what its programmatic twin does, and is not logged itself', async () => {
    const { send, get, search } = simulate({ size: 5, control: true });
    const spec = { name: 'captcha', count: 2 };
    expect((await send('POST', '/__control/scenario', json, spec)).status).toBe(201);
    await search();
    expect((await get('/__control/scenario')).body.scenarios).toEqual([{ spec, seen: 1, acted: 1 }]);
    expect((await send('DELETE', '/__control/scenario')).status).toBe(204);
    expect((await search()).status).toBe(200);
    const { requests } = (await get('/__control/requests')).body;
    expect(requests.map(({ path, status }) => [path, status])).toEqual([
      ['/vacancies', 403],
      ['/vacancies', 200],
    ]);
    expect((await send('DELETE', '/__control/requests')).status).toBe(204);
    expect((await get('/__control/requests')).body.requests).toEqual([]);
  });

  it.each([
    ['{"name":"none"}', 'name must be one of'],
    ['[', 'not valid JSON'],
    ['null', 'must be an object'],
  ])('says what is wrong with %s', async (payload, message) => {
    const { send } = simulate({ size: 1, control: true });
    const answer = await send('POST', '/__control/scenario', json, payload);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(message);
  });

  it('has a line of explanation for every scenario', () => {
    for (const { summary } of Object.values(SCENARIOS)) expect(summary).not.toBe('');
  });
});
