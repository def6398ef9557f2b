import type { RunningSimulator } from '@job-scope/simulator-shared';
import { startTrudvsemSimulator } from '../index';
import { clientOf, idsOf, LIST, type Vacancy } from '../portal.fixture';
import { SCENARIOS } from './catalogue';

const SIZE = 250;
let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
beforeEach(async () => {
  simulator = await startTrudvsemSimulator({ size: SIZE });
  client = clientOf(simulator);
});
afterEach(() => simulator.stop());

const at = async (index: number) => (await client.vacancies())[index] as Vacancy;

describe('errors of the portal', () => {
  it('server_error is 500 with a page', async () => {
    simulator.control.scenario({ name: 'server_error', count: 1 });
    const answer = await client.fetchPage();
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('<html')]);
    expect((await client.fetchPage()).status).toBe(200);
  });

  it('ok_with_error is 200, and only the body says otherwise', async () => {
    simulator.control.scenario({ name: 'ok_with_error', count: 1 });
    const answer = await client.fetchPage();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: '500', meta: { error: 'Internal Server Error' }, results: {} });
  });

  it.each([
    ['too_many_requests', 429],
    ['bad_gateway', 502],
  ])('%s is answered by lists and by single vacancies', async (name, status) => {
    const { vac_url } = await at(0);
    simulator.control.scenario({ name });
    const single = `${LIST}/vacancy/${vac_url.split('/card/')[1]}`;
    const answers = await Promise.all([LIST, `${LIST}/region/77`, single].map((path) => client.fetchPage(path)));
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  });
});

describe('what is served', () => {
  it('duplicates repeat vacancies across pages and lose none', async () => {
    const once = await client.collect();
    simulator.control.scenario({ name: 'duplicates', items: 2 });
    const pages = [0, 1, 2].map((offset) => ({ offset }));
    const twice: string[] = [];
    for (const query of pages) twice.push(...idsOf(await client.vacancies(LIST, query)));
    expect(twice).toHaveLength(SIZE + 2 * 2);
    expect(new Set(twice)).toEqual(new Set(idsOf(once)));
  });

  it('insert_between_pages pushes vacancies from page to page', async () => {
    simulator.control.scenario({ name: 'insert_between_pages', vacancies: 3, after: 1 });
    const ids = idsOf(await client.collect());
    expect(ids).toHaveLength(SIZE + 2 * 3);
    expect(new Set(ids).size).toBe(SIZE);
    expect((await client.envelope(LIST, { limit: 1 })).meta.total).toBe(SIZE + 3 * 3);
  });

  it('unknown_fields are added, null_fields emptied, one malformed_item spoilt', async () => {
    const { control } = simulator;
    control.scenario({ name: 'unknown_fields', count: 1 });
    expect(await client.envelope()).toHaveProperty('brand_new_envelope_field');
    control.scenario({ name: 'null_fields', count: 1 });
    const nulls = await at(0);
    expect(nulls).toMatchObject({ company: null, salary: null, duty: null, addresses: null, requirement: null });
    expect(nulls).toMatchObject({ id: expect.any(String), 'job-name': expect.any(String) });
    control.scenario({ name: 'malformed_item', position: 2, count: 1 });
    expect((await client.vacancies()).map((vacancy) => vacancy['job-name'] === null).indexOf(true)).toBe(2);
  });
});

describe('the life of a vacancy', () => {
  it('insert: new ones are modified now and come first', async () => {
    simulator.control.scenario({ name: 'advance_clock', seconds: 3600 });
    const { ids } = simulator.control.scenario({ name: 'insert', vacancies: 2 });
    const newest = (await client.vacancies()).slice(0, 2);
    expect(idsOf(newest)).toEqual((ids as string[]).toReversed());
    expect(newest[0]).toMatchObject({ date_modify: '2026-11-02T13:00:00+0300', 'creation-date': '2026-11-02' });
    simulator.control.scenario({ name: 'advance_clock', seconds: 86_400 });
    simulator.control.scenario({ name: 'change', ids: ids as string[] });
    expect(await at(0)).toMatchObject({ date_modify: '2026-11-03T13:00:00+0300', 'creation-date': '2026-11-02' });
  });

  it('change: other pay and text, found by modifiedFrom, with the old id and date of creation', async () => {
    const all = await client.collect();
    const old = all.find(({ salary_min }, index) => index > 50 && salary_min > 0) as Vacancy;
    simulator.control.scenario({ name: 'advance_clock', seconds: 60 });
    expect(simulator.control.scenario({ name: 'change', ids: [old.id, 'nonsense'] })).toEqual({ ids: [old.id] });
    const changed = await client.collect(LIST, { modifiedFrom: '2026-11-02T09:01:00Z' });
    expect(idsOf(changed)).toEqual([old.id]);
    expect(changed[0]?.['creation-date']).toBe(old['creation-date']);
    expect(changed[0]?.salary_min).toBeGreaterThan(old.salary_min);
    expect(changed[0]?.duty).not.toBe(old.duty);
    expect(await client.collect()).toHaveLength(SIZE);
  });

  it('delete: no list and no page shows it, which is no error', async () => {
    const vacancy = await at(3);
    expect(simulator.control.scenario({ name: 'delete', ids: [vacancy.id] })).toEqual({ ids: [vacancy.id] });
    expect(simulator.control.scenario({ name: 'delete', ids: [vacancy.id] })).toEqual({ ids: [] });
    expect(idsOf(await client.collect())).not.toContain(vacancy.id);
    expect(await client.one(vacancy)).toBeUndefined();
    expect((await client.envelope()).meta.total).toBe(SIZE - 1);
  });

  it('restore: it is back with its old id, modified now', async () => {
    const vacancy = await at(30);
    expect(simulator.control.scenario({ name: 'restore', ids: [vacancy.id] })).toEqual({ ids: [] });
    simulator.control.scenario({ name: 'delete', ids: [vacancy.id] });
    expect(simulator.control.scenario({ name: 'restore', ids: [vacancy.id] })).toEqual({ ids: [vacancy.id] });
    expect(await at(0)).toEqual({ ...vacancy, date_modify: '2026-11-02T12:00:00+0300' });
  });
});

it('every scenario has a line of explanation', () => {
  for (const { summary } of Object.values(SCENARIOS)) expect(summary).not.toBe('');
});
