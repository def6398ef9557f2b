import { silentLogger } from '@job-scope/platform-nest';
import { EVERYTHING } from '@job-scope/vacancies-domain';
import { OpenBudget } from '@job-scope/vacancies-testing';
import { PostgresSourceTokenStore } from '../postgres/postgres-source-token-store';
import { testStore } from '../postgres/postgres-store.fixture';
import { createTokenDesk } from './create-token-desk';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { Simulator } from './simulator.fixture';
import { ASK_PAUSE_MS } from './token-desk';
import { KEY } from './token-desk.fixture';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const SIZE = 250;
const clock = { now: () => new Date() };
const database = testStore();

describe('HeadHunter, whose simulator demands a token', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await Simulator.start(SIZE);
  }, 120_000);
  afterAll(() => simulator.stop());

  const replica = () => {
    const { userAgent } = Simulator;
    const options = { baseUrl: simulator.url, userAgent, clientId: 'app', clientSecret: 's3cret', key: KEY };
    const budget = new OpenBudget();
    const store = new PostgresSourceTokenStore(database.dataSource);
    const tokens = createTokenDesk(options, { store, budget, clock, logger: silentLogger });
    return new HeadHunterVacancySource({ ...options, tokens, firstRetryDelayMs: 1 }, budget, clock);
  };

  const pageAt = (source: HeadHunterVacancySource, cursor: string | null) =>
    source.page({ query: {}, slice: EVERYTHING, cursor }, new AbortController().signal);

  const elapse = async (ms: number) => {
    await database.dataSource.query(
      `UPDATE vacancies.source_tokens SET asked_at = asked_at - $1::float8 * interval '1 millisecond'`,
      [ms],
    );
    await simulator.switchOn({ name: 'advance_clock', seconds: Math.ceil(ms / 1000) });
  };

  it('is collected whole by two replicas, though the token is revoked in the middle', async () => {
    const replicas = [replica(), replica()] as const;
    const seen = new Set<string>();
    const waits: number[] = [];
    let cursor: string | null = null;
    let turn = 0;
    do {
      const page = await pageAt(replicas[turn % 2 === 0 ? 0 : 1], cursor);
      if (page.ok) {
        page.value.vacancies.forEach(({ sourceId }) => seen.add(sourceId));
        cursor = page.value.next;
        turn += 1;
        if (turn === 1) await simulator.switchOn({ name: 'revoke_token' });
      } else {
        if (page.error.code !== 'source.rate-limited') throw new Error(page.error.detail);
        waits.push(page.error.retryAfterMs);
        await elapse(page.error.retryAfterMs);
      }
    } while (cursor !== null);
    expect(seen.size).toBe(SIZE);
    expect(waits).toEqual([expect.any(Number)]);
    expect(waits[0]).toBeGreaterThan(ASK_PAUSE_MS - 60_000);
    expect(await simulator.requests('/token')).toBe(2);
  });
});
