import type { RunningSimulator } from '@job-scope/simulator-shared';
import { clientOf, decode, type Job } from '../boards.fixture';
import { boardTokens, startGreenhouseSimulator } from '../index';

const [TOKEN = ''] = boardTokens(1);
const SIZE = 1000;
let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
let jobs: readonly Job[];
beforeAll(async () => {
  simulator = await startGreenhouseSimulator({ size: SIZE, boards: 1, seed: 2 });
  client = clientOf(simulator);
  ({ jobs } = await client.board(TOKEN));
});
afterAll(() => simulator.stop());

const share = (test: (job: Job) => boolean) => (jobs.filter(test).length / jobs.length) * 100;

describe('ids', () => {
  it('are too large for 32 bits, and some are too large for a double', async () => {
    const ids = await client.ids(TOKEN);
    expect(new Set(ids).size).toBe(SIZE);
    expect(ids.every((id) => BigInt(id) > 2n ** 31n && BigInt(id) < 2n ** 63n)).toBe(true);
    const wide = ids.filter((id) => String(Number(id)) !== id);
    expect(wide.length).toBeGreaterThan(5);
    expect(wide.every((id) => BigInt(id) > 2n ** 53n)).toBe(true);
  });

  it('of every size lead to their job, read digit by digit', async () => {
    const ids = await client.ids(TOKEN);
    const wide = ids.filter((id) => String(Number(id)) !== id);
    for (const id of [...ids.slice(0, 3), ...wide.slice(0, 3)]) {
      const answer = await client.send(`${TOKEN}/jobs/${id}`);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(`"id":${id},`)]);
    }
    expect((await client.send(`${TOKEN}/jobs/${Number(wide[0])}`)).status).toBe(404);
  });

  it('of the job itself are others, and missing for a prospect post', () => {
    expect(share(({ internal_job_id }) => internal_job_id === null)).toBeGreaterThan(0.5);
    expect(jobs.every(({ id, internal_job_id }) => id !== internal_job_id)).toBe(true);
  });
});

describe('content', () => {
  it('is HTML encoded as text: one layer off and it is HTML, with entities of its own', () => {
    for (const { content } of jobs) {
      expect(content).not.toMatch(/[<>"]/);
      const html = decode(content);
      expect(html).toMatch(/^<div class="content-intro"><p><strong>Quiet Lantern<\/strong>/);
      expect(html).toContain('R&amp;D');
      expect(html).toContain('&nbsp;');
      expect(html).toContain('<li style="font-weight: 400;">');
    }
  });

  it('names the pay that the single job has in numbers', async () => {
    const paid = jobs.find(({ content }) => content.includes('Zone 2')) as Job;
    const { pay_input_ranges: ranges = [] } = await client.job(TOKEN, paid.id);
    expect(ranges.map(({ title }) => title)).toEqual(['Zone 1 Salary Range', 'Zone 2 Salary Range']);
    for (const { min_cents } of ranges)
      expect(decode(paid.content)).toContain(`<span>${(min_cents / 100).toLocaleString('en-US')}</span>`);
  });
});

describe('pay', () => {
  it('is in hundredths, of a year or of an hour, which only the title tells', async () => {
    const safe = jobs.filter(({ id }) => Number.isSafeInteger(id)).slice(0, 300);
    const ranges = (await Promise.all(safe.map(({ id }) => client.job(TOKEN, id)))).map(
      ({ pay_input_ranges = [] }) => pay_input_ranges,
    );
    expect(ranges.filter(({ length }) => length === 0).length).toBeGreaterThan(100);
    const dollars = ranges.flat().filter(({ currency_type }) => currency_type === 'USD');
    const hourly = dollars.filter(({ title }) => title === 'Hourly Rate');
    expect(hourly.length).toBeGreaterThan(0);
    for (const range of dollars) {
      expect(range.max_cents).toBeGreaterThan(range.min_cents);
      const amount = range.min_cents / 100;
      const [least, most] = hourly.includes(range) ? [10, 200] : [15_000, 500_000];
      expect(amount > least && amount < most).toBe(true);
    }
    expect(new Set(ranges.flat().map(({ currency_type }) => currency_type)).size).toBeGreaterThan(2);
  });
});

describe('dates', () => {
  it('have the offset of New York with a colon, in summer another than in winter', () => {
    const dates = jobs.flatMap(({ first_published, updated_at }) => [first_published, updated_at]);
    for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00$/);
    expect(new Set(dates.map((date) => date.slice(-6)))).toEqual(new Set(['-04:00', '-05:00']));
    const inDaylightTime = dates.find((date) => date.startsWith('2026-08'));
    const inStandardTime = dates.find((date) => date.startsWith('2026-02'));
    expect([inDaylightTime?.slice(-6), inStandardTime?.slice(-6)]).toEqual(['-04:00', '-05:00']);
  });

  it('are of the past, the update after the publication, and the last updated come first', () => {
    const updates = jobs.map(({ updated_at }) => Date.parse(updated_at));
    expect(updates).toEqual(updates.toSorted((left, right) => right - left));
    expect(updates[0]).toBeLessThanOrEqual(Date.parse('2026-11-02T12:00:00+03:00'));
    for (const { first_published, updated_at } of jobs)
      expect(Date.parse(first_published)).toBeLessThanOrEqual(Date.parse(updated_at));
  });
});

describe('departments and offices', () => {
  it('are parts of trees', () => {
    const nested = jobs.find(({ departments }) => departments[0]?.name === 'Engineering') as Job;
    expect(nested.departments[0]?.parent_id).toEqual(expect.any(Number));
    for (const { offices } of jobs) {
      const [region, office] = offices;
      expect([region?.parent_id, region?.location]).toEqual([null, null]);
      expect(office?.parent_id).toBe(region?.id);
      expect(region?.child_ids).toContain(office?.id);
    }
  });
});

describe('what comes as it comes', () => {
  it('some fields are null', () => {
    expect(Math.abs(share(({ requisition_id }) => requisition_id === null) - 15)).toBeLessThan(4);
    expect(Math.abs(share(({ metadata }) => metadata === null) - 60)).toBeLessThan(5);
    expect(jobs.some(({ metadata }) => metadata?.[0]?.value === null)).toBe(true);
  });

  it('some jobs are in Russian, and so is the name of their place', () => {
    const russian = jobs.filter(({ language }) => language === 'ru');
    expect(russian.length / SIZE).toBeGreaterThan(0.05);
    expect(russian.length / SIZE).toBeLessThan(0.25);
    for (const { location, content } of russian) expect([location.name, content].join()).toMatch(/[а-яё]/);
  });

  it('some boards show jobs on a site of their own', async () => {
    const other = await startGreenhouseSimulator({ size: 60, boards: 3 });
    const [, , third = ''] = boardTokens(3);
    const [job] = (await clientOf(other).board(third)).jobs;
    expect(job?.absolute_url).toBe(`https://careers.${third}.example/openings?gh_jid=${job?.id}`);
    expect(jobs[0]?.absolute_url).toBe(`https://job-boards.greenhouse.io/${TOKEN}/jobs/${jobs[0]?.id}`);
    await other.stop();
  });

  it('all is the same for the same seed and different for another', async () => {
    const others = await Promise.all([2, 3].map((seed) => startGreenhouseSimulator({ size: 20, boards: 1, seed })));
    const [same, different] = await Promise.all(others.map((other) => clientOf(other).board(TOKEN)));
    const titles = new Map(jobs.map((job) => [job.id, job]));
    for (const job of same?.jobs ?? []) expect(titles.get(job.id)).toEqual(job);
    expect(different?.jobs.every((job) => JSON.stringify(titles.get(job.id)) === JSON.stringify(job))).toBe(false);
    await Promise.all(others.map((other) => other.stop()));
  });
});
