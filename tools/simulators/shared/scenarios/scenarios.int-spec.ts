import type { RunningSimulator } from '../simulator';
import { startStub, type Thing } from '../stub.fixture';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await startStub(25, true);
});
afterEach(() => simulator.stop());

async function page(number: number): Promise<readonly Thing[]> {
  const answer = await fetch(`${simulator.url}/things?page=${number}`);
  return ((await answer.json()) as { things: Thing[] }).things;
}

/** The ids of all pages, read one after the other as a collector does. */
async function collect(): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; ; number += 1) {
    const things = await page(number);
    ids.push(...things.map(({ id }) => id));
    if (things.length < 10) return ids;
  }
}

describe('when a scenario acts', () => {
  it('is decided by count, after and path', async () => {
    const { control, url } = simulator;
    control.scenario({ name: 'bad_gateway', after: 1, count: 2, path: '/other' });
    const statuses = [];
    for (const path of ['/things', '/other', '/other', '/other', '/other'])
      statuses.push((await fetch(url + path)).status);
    expect(statuses).toEqual([200, 200, 502, 502, 200]);
    expect(control.scenarios()).toEqual([]);
  });

  it('can be only for clients without a token', async () => {
    simulator.control.scenario({ name: 'bad_gateway', anonymous: true });
    const headers = { authorization: 'Bearer any' };
    const answers = await Promise.all([{}, { headers }].map((init) => fetch(`${simulator.url}/things`, init)));
    expect(answers.map(({ status }) => status)).toEqual([502, 200]);
  });

  it('can be a moment: the virtual clock jumps and nothing stays on', async () => {
    const { control } = simulator;
    const before = control.scenario({ name: 'advance_clock', seconds: 0 }).now as number;
    expect(control.scenario({ name: 'advance_clock', seconds: 600 })).toEqual({ now: before + 600 });
    expect(control.scenarios()).toEqual([]);
  });
});

describe('what is served', () => {
  it('has fields that no document knows', async () => {
    simulator.control.scenario({ name: 'unknown_fields' });
    expect((await page(0)).every((thing) => 'brand_new_field' in thing)).toBe(true);
  });

  it('has nulls, but only in fields that were there', async () => {
    simulator.control.scenario({ name: 'null_fields' });
    const [first] = await page(0);
    expect(first).toMatchObject({ id: '25', place: null });
    expect(first).not.toHaveProperty('absent');
  });

  it('has one item with values of wrong types', async () => {
    simulator.control.scenario({ name: 'malformed_item', position: 3 });
    expect((await page(0)).map(({ name }) => name === null).indexOf(true)).toBe(3);
  });

  it('repeats items on the next page and leaves none out', async () => {
    const once = await collect();
    simulator.control.scenario({ name: 'duplicates', items: 2 });
    const twice = [...(await page(0)), ...(await page(1)), ...(await page(2))].map(({ id }) => id);
    expect(twice).toHaveLength(once.length + 2 * 2);
    expect(new Set(twice)).toEqual(new Set(once));
    expect(await page(0)).toHaveLength(10);
  });

  it('moves on while it is read', async () => {
    simulator.control.scenario({ name: 'insert_between_pages', after: 1 });
    const ids = [...(await page(0)), ...(await page(1)), ...(await page(2))].map(({ id }) => id);
    expect(ids).toHaveLength(10 + 10 + 7);
    expect(new Set(ids).size).toBe(25);
    expect(simulator.control.scenarios()).toMatchObject([{ seen: 3, acted: 2 }]);
  });

  it('comes, changes and goes', async () => {
    const { control } = simulator;
    expect(control.scenario({ name: 'insert', vacancies: 2 })).toEqual({ ids: ['26', '27'] });
    expect(control.scenario({ name: 'delete', ids: ['26', '99'] })).toEqual({ ids: ['26'] });
    expect(control.scenario({ name: 'change', ids: ['26', '27'] })).toEqual({ ids: ['27'] });
    expect(control.scenario({ name: 'restore', ids: ['26', '27'] })).toEqual({ ids: ['26'] });
    expect(await collect()).toHaveLength(27);
  });
});

describe('the control door', () => {
  const door = (path: string, init: RequestInit = {}) => fetch(`${simulator.url}/__control${path}`, init);
  const post = (body: string) =>
    door('/scenario', { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  it('switches scenarios and shows what was requested', async () => {
    expect((await post('{"name":"bad_gateway"}')).status).toBe(201);
    await page(0).catch(() => undefined);
    expect(await (await door('/scenario')).json()).toEqual({
      scenarios: [{ spec: { name: 'bad_gateway' }, seen: 1, acted: 1 }],
    });
    const { requests } = (await (await door('/requests')).json()) as { requests: object[] };
    expect(requests).toMatchObject([{ path: '/things', status: 502, scenarios: ['bad_gateway'] }]);
    await door('/scenario', { method: 'DELETE' });
    await door('/requests', { method: 'DELETE' });
    expect([simulator.control.scenarios(), simulator.control.requests()]).toEqual([[], []]);
  });

  it.each([
    ['{"name":"nonsense"}', 'name must be one of: too_many_requests'],
    ['{"name":"toString"}', 'name must be one of'],
    ['{"name":"slow","dealy":1}', 'slow does not know dealy'],
    ['{"name":"slow","delay":"long"}', 'delay must be an integer'],
    ['{"name":"slow","count":0}', 'count'],
    ['{"name":"delete"}', 'delete needs ids'],
    ['{"name":"delete","ids":[1]}', 'ids must be a list'],
    ['null', 'must be an object'],
    ['[', 'not valid JSON'],
  ])('refuses %s and says: %s', async (body, message) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toContain(message);
  });

  it('is closed unless asked for', async () => {
    const closed = await startStub(1);
    expect((await fetch(`${closed.url}/__control/requests`)).status).toBe(404);
    await closed.stop();
  });
});
