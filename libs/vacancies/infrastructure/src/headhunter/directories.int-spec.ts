import { EVERYTHING } from '@job-scope/vacancies-domain';
import type { SourceRequestBudget } from '@job-scope/vacancies-ports';
import { FixedQuota, OpenBudget } from '@job-scope/vacancies-testing';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { Simulator } from './simulator.fixture';
import { fixedToken, NEVER } from './stubbed-source.fixture';

// A real server on a busy machine takes longer than any one test should.
jest.setTimeout(60_000);

const NARROWEST = { publishedFrom: new Date('2026-01-01T00:00:00Z'), publishedTo: new Date('2026-01-01T00:05:00Z') };
const MINUTE = 60_000;

describe('the directories of HeadHunter, on the simulator', () => {
  let simulator: Simulator;
  let now = Date.parse('2026-03-01T00:00:00Z');
  beforeAll(async () => {
    simulator = await Simulator.start(0);
  }, 120_000);
  afterAll(() => simulator.stop());
  beforeEach(() => simulator.reset());

  const sourceWith = (budget: SourceRequestBudget) => {
    const { url: baseUrl } = simulator;
    const { userAgent, token } = Simulator;
    const options = { baseUrl, userAgent, tokens: fixedToken(token), firstRetryDelayMs: 1 };
    return new HeadHunterVacancySource(options, budget, { now: () => new Date(now) });
  };

  /** Splits what can be split by areas only; gives how many slices and requests that was. */
  const split = async (source: HeadHunterVacancySource) => {
    const slice = { ...EVERYTHING, ...NARROWEST };
    const result = await source.split({ query: {}, slice }, NEVER);
    if (!result.ok) throw new Error(result.error.detail);
    return { slices: result.value.slices.length, requests: result.value.requests };
  };

  it('are asked for when needed, and kept as long as they said', async () => {
    const source = sourceWith(new OpenBudget());
    const first = await split(source);
    expect(first).toEqual({ slices: expect.any(Number), requests: 2 });
    expect(first.slices).toBeGreaterThan(1);
    now += 19 * MINUTE;
    expect(await split(source)).toEqual({ ...first, requests: 0 });
    expect(await simulator.answers()).toEqual([
      { path: '/areas', status: 200, condition: null },
      { path: '/professional_roles', status: 200, condition: null },
    ]);
  });

  it('are asked for no more than their caller may', async () => {
    const split = sourceWith(new OpenBudget()).split(
      { query: {}, slice: { ...EVERYTHING, ...NARROWEST } },
      NEVER,
      new FixedQuota(1),
    );
    expect(await split).toMatchObject({ ok: false, error: { code: 'quota.used-up' } });
    expect(await simulator.answers()).toEqual([{ path: '/areas', status: 200, condition: null }]);
  });

  it('are then asked whether they are still the same, and are if so: each within the budget', async () => {
    const budget = new OpenBudget();
    const source = sourceWith(budget);
    const first = await split(source);
    await simulator.forgetRequests();
    const takenBefore = budget.taken;
    now += 21 * MINUTE;
    expect(await split(source)).toEqual(first);
    expect(budget.taken - takenBefore).toBe(2);
    const tag = expect.stringMatching(/^W\/"ai-/);
    expect(await simulator.answers()).toEqual([
      { path: '/areas', status: 304, condition: tag },
      { path: '/professional_roles', status: 304, condition: tag },
    ]);
    now += 19 * MINUTE;
    expect(await split(source)).toEqual({ ...first, requests: 0 });
    now += 2 * MINUTE;
    expect(await split(source)).toEqual(first);
  });
});
