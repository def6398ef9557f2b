import type { RunningSimulator } from '@job-scope/simulator-shared';
import { clientOf } from '../boards.fixture';
import { boardTokens, startGreenhouseSimulator } from '../index';

const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = boardTokens(4);
let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
beforeAll(async () => {
  simulator = await startGreenhouseSimulator({ size: 300, boards: 3 });
  client = clientOf(simulator);
});
afterAll(() => simulator.stop());

describe('a board', () => {
  it('is one answer, however many jobs it has; the boards together have all', async () => {
    const boards = await Promise.all([FIRST, SECOND, THIRD].map((token) => client.board(token)));
    for (const { jobs, meta } of boards) expect(jobs).toHaveLength(meta.total);
    const totals = boards.map(({ meta }) => meta.total);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(300);
    expect(totals).toEqual(totals.toSorted((left, right) => right - left));
  });

  it('has no pages: parameters of pages change nothing', async () => {
    const [plain, paged] = await Promise.all(
      ['jobs', 'jobs?page=2&per_page=5'].map(async (path) => (await client.send(`${FIRST}/${path}`)).text()),
    );
    expect(paged).toBe(plain);
  });

  it('shows content, departments and offices only when asked', async () => {
    const plain = (await (await client.send(`${FIRST}/jobs`)).json()) as { jobs: object[] };
    for (const field of ['content', 'departments', 'offices', 'pay_input_ranges'])
      expect(plain.jobs.some((job) => field in job)).toBe(false);
    for (const job of (await client.board(FIRST)).jobs) {
      expect(job).toMatchObject({ content: expect.any(String), departments: [{}], offices: [{}, {}] });
      expect(job).not.toHaveProperty('pay_input_ranges');
    }
  });

  it('says whose it is', async () => {
    expect(await (await client.send(FIRST)).json()).toMatchObject({ name: 'Quiet Lantern' });
    for (const { company_name } of (await client.board(FIRST)).jobs) expect(company_name).toBe('Quiet Lantern');
  });
});

describe('a single job', () => {
  it('is what the board shows, and its pay when asked', async () => {
    const { jobs } = await client.board(SECOND);
    for (const listed of jobs.filter(({ id }) => Number.isSafeInteger(id)).slice(0, 20)) {
      const { pay_input_ranges, ...job } = await client.job(SECOND, listed.id);
      expect(job).toEqual(listed);
      expect(pay_input_ranges).toEqual(expect.any(Array));
      const silent = await client.send(`${SECOND}/jobs/${listed.id}`);
      expect(await silent.json()).toEqual(listed);
    }
  });
});

describe('what is not there', () => {
  it.each([
    [FOURTH, 'Job board not found'],
    [`${FOURTH}/jobs`, 'Job board not found'],
    [`${FIRST}/jobs/1`, 'Job not found'],
    [`${FIRST}/jobs/abc`, 'Job not found'],
    [`${FIRST}/jobs/99999999999999999999`, 'Job not found'],
    [`${FIRST}/nothing`, 'Not found'],
  ])('%s is 404: %s', async (path, error) => {
    const answer = await client.send(path);
    expect([answer.status, await answer.json()]).toEqual([404, { status: 404, error }]);
  });

  it('a job of another board, and a real job of an unknown board, look alike', async () => {
    const [id] = await client.ids(FIRST);
    const answers = await Promise.all([SECOND, FOURTH].map((token) => client.send(`${token}/jobs/${id}`)));
    for (const answer of answers)
      expect([answer.status, await answer.json()]).toEqual([404, { status: 404, error: 'Job not found' }]);
  });
});

describe('asking again', () => {
  const tagOf = async (path: string) => (await client.send(path)).headers.get('etag') ?? '';

  it('with the entity tag is answered with 304 and nothing else', async () => {
    const tag = await tagOf(`${FIRST}/jobs?content=true`);
    expect(tag).toMatch(/^W\/"[0-9a-f]+"$/);
    for (const header of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const answer = await client.send(`${FIRST}/jobs?content=true`, { 'if-none-match': header });
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', tag]);
    }
  });

  it('with another tag is answered in full', async () => {
    expect((await client.send(`${FIRST}/jobs`, { 'if-none-match': 'W/"other"' })).status).toBe(200);
    expect((await client.send(`${FIRST}/jobs`, { 'if-none-match': await tagOf(`${SECOND}/jobs`) })).status).toBe(200);
  });

  it('has a tag for what was said, not for how it was packed', async () => {
    const [packed, plain] = await Promise.all(
      ['gzip', 'identity'].map((encoding) => client.send(`${FIRST}/jobs`, { 'accept-encoding': encoding })),
    );
    expect(packed?.headers.get('content-encoding')).toBe('gzip');
    expect(packed?.headers.get('etag')).toBe(plain?.headers.get('etag'));
  });

  it('works for a single job too, and never for an error', async () => {
    const [id] = await client.ids(FIRST);
    const tag = await tagOf(`${FIRST}/jobs/${id}`);
    expect((await client.send(`${FIRST}/jobs/${id}`, { 'if-none-match': tag })).status).toBe(304);
    expect(await tagOf(`${FIRST}/jobs/1`)).toBe('');
    expect((await client.send(`${FIRST}/jobs/1`, { 'if-none-match': '*' })).status).toBe(404);
  });
});
