import type { RunningSimulator } from '@job-scope/simulator-shared';
import { clientOf, type Job } from '../boards.fixture';
import { boardTokens, startGreenhouseSimulator } from '../index';
import { SCENARIOS } from './catalogue';

const [TOKEN = ''] = boardTokens(1);
const SIZE = 40;
let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
let before: readonly Job[];
beforeEach(async () => {
  simulator = await startGreenhouseSimulator({ size: SIZE, boards: 1 });
  client = clientOf(simulator);
  before = (await client.board(TOKEN)).jobs;
});
afterEach(() => simulator.stop());

const jobs = async () => (await client.board(TOKEN)).jobs;

describe('refusals', () => {
  it.each([
    ['too_many_requests', 429],
    ['bad_gateway', 502],
  ])('%s is answered by boards and by jobs, and has no entity tag', async (name, status) => {
    simulator.control.scenario({ name });
    for (const path of [`${TOKEN}/jobs`, `${TOKEN}/jobs/${before[0]?.id}`]) {
      const answer = await client.send(path, { 'if-none-match': '*' });
      expect([answer.status, answer.headers.get('etag')]).toEqual([status, null]);
    }
  });
});

describe('what is served', () => {
  it('duplicates: one answer names a job twice', async () => {
    simulator.control.scenario({ name: 'duplicates', items: 2 });
    expect(await jobs()).toEqual([...before, ...before.slice(0, 2)]);
  });

  it('unknown_fields: in the answer and in every job, and the entity tag knows it', async () => {
    const tag = (await client.send(`${TOKEN}/jobs`)).headers.get('etag') ?? '';
    simulator.control.scenario({ name: 'unknown_fields' });
    const answer = await client.send(`${TOKEN}/jobs`, { 'if-none-match': tag });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ brand_new_envelope_field: 'surprise', jobs: expect.any(Array) });
    for (const job of await jobs()) expect(job).toHaveProperty('brand_new_field');
  });

  it('null_fields: in the board and in a single job', async () => {
    simulator.control.scenario({ name: 'null_fields' });
    const nulls = { metadata: null, requisition_id: null, content: null, departments: null, offices: null };
    expect(await jobs()).toEqual(before.map((job) => expect.objectContaining({ ...nulls, title: job.title })));
    expect(await client.job(TOKEN, before[0]?.id ?? '')).toMatchObject({ ...nulls, pay_input_ranges: null });
  });

  it('malformed_item: one job of the board is spoilt', async () => {
    simulator.control.scenario({ name: 'malformed_item', position: 3 });
    const spoilt = await jobs();
    expect(spoilt.filter((job, index) => JSON.stringify(job) !== JSON.stringify(before[index]))).toEqual([spoilt[3]]);
    expect(spoilt[3]).toMatchObject({ id: before[3]?.id, title: null, location: 'Remote', departments: {} });
  });
});

describe('the life of a job', () => {
  const tagOf = async () => (await client.send(`${TOKEN}/jobs`)).headers.get('etag');

  it('insert: it is on the board, published now, and stays so when it is changed', async () => {
    const tag = await tagOf();
    const { ids } = simulator.control.scenario({ name: 'insert', vacancies: 2 });
    expect(await client.ids(TOKEN)).toEqual(expect.arrayContaining(ids as string[]));
    expect(await jobs()).toHaveLength(SIZE + 2);
    expect(await tagOf()).not.toBe(tag);
    simulator.control.scenario({ name: 'advance_clock', seconds: 3600 });
    simulator.control.scenario({ name: 'change', ids: (ids as string[]).slice(0, 1) });
    expect((await jobs())[0]).toMatchObject({
      first_published: '2026-11-02T04:00:00-05:00',
      updated_at: '2026-11-02T05:00:00-05:00',
    });
  });

  it('change: other pay and content, updated now, with the old id and publication', async () => {
    const old = before.find(({ content }, index) => index > 2 && content.includes('Salary Range')) as Job;
    const oldPay = (await client.job(TOKEN, old.id)).pay_input_ranges?.[0];
    simulator.control.scenario({ name: 'change', ids: [String(old.id)] });
    simulator.control.scenario({ name: 'change', ids: [String(old.id)] });
    const job = await client.job(TOKEN, old.id);
    expect(job).toMatchObject({ first_published: old.first_published, updated_at: '2026-11-02T04:00:00-05:00' });
    expect(job.content).not.toBe(old.content);
    expect(job.pay_input_ranges?.[0]?.min_cents).toBeGreaterThan(oldPay?.min_cents ?? 0);
    expect((await jobs())[0]?.id).toBe(old.id);
    expect(await jobs()).toHaveLength(SIZE);
  });

  it('delete: the board does not name it and its page is not found', async () => {
    const id = String(before[5]?.id);
    expect(simulator.control.scenario({ name: 'delete', ids: [id, '1'] })).toEqual({ ids: [id] });
    expect(await client.ids(TOKEN)).not.toContain(id);
    expect((await client.send(`${TOKEN}/jobs/${id}`)).status).toBe(404);
  });

  it('restore: it is back with its old id', async () => {
    const id = String(before[5]?.id);
    simulator.control.scenario({ name: 'delete', ids: [id] });
    expect(simulator.control.scenario({ name: 'restore', ids: [id, '1'] })).toEqual({ ids: [id] });
    expect(await client.job(TOKEN, id)).toMatchObject({
      title: before[5]?.title,
      first_published: before[5]?.first_published,
    });
  });
});

it('every scenario has a line of explanation', () => {
  for (const { summary } of Object.values(SCENARIOS)) expect(summary).not.toBe('');
});
