import type { RequestBudgetLimits, SourceBlocks, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface SourceRequestBudgetHarness {
  /** A replica of its own on the one shared budget, whose bucket is full at first. */
  replica(limits: RequestBudgetLimits): SourceRequestBudget;
  /** The blocks of that budget, as others see them. */
  readonly blocks: SourceBlocks;
  /** Ages the shared bucket and its block, as if so much time had passed since they were last touched. */
  elapse(ms: number): Promise<void>;
}

const HOUR_MS = 3_600_000;
const SOURCE = 'headhunter';

/** Slow enough that no token comes back while a test runs. */
const SLOW: RequestBudgetLimits = { requestsPerSecond: 1 / 3600, burst: 3, maxBlockWaitMs: 0 };
const NEVER = new AbortController().signal;

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

/** Asks for more than there can be, on two replicas at once, and gives up on the rest when `expected` were let out. */
const letOut = async (harness: SourceRequestBudgetHarness, expected: number): Promise<number> => {
  const replicas = [harness.replica(SLOW), harness.replica(SLOW)];
  const giveUp = new AbortController();
  let granted = 0;
  const asked = Array.from({ length: 3 * expected }, () => replicas.map((it) => it.take(SOURCE, giveUp.signal))).flat();
  await new Promise<void>((resolve) => {
    const count = () => ++granted === expected && resolve();
    asked.forEach((answer) => answer.then(count, () => undefined));
  });
  for (const replica of replicas) await answerOf(replica);
  giveUp.abort();
  await Promise.allSettled(asked);
  return granted;
};

/** A block in the past does nothing, but its answer comes after those to all that was asked before it. */
const answerOf = (replica: SourceRequestBudget) => replica.block(SOURCE, new Date(0), 'none');

export const sourceRequestBudgetCases: readonly SuiteCase<SourceRequestBudgetHarness>[] = [
  {
    title: 'lets a full bucket out and no more, over all replicas together',
    check: async (harness) => expect(await letOut(harness, SLOW.burst)).toBe(SLOW.burst),
  },
  {
    title: 'lets out again what has flowed in since',
    check: async (harness) => {
      await letOut(harness, SLOW.burst);
      await harness.elapse(2 * HOUR_MS);
      expect(await letOut(harness, 2)).toBe(2);
    },
  },
  {
    title: 'holds no more than a full bucket, however long the pause',
    check: async (harness) => {
      await letOut(harness, SLOW.burst);
      await harness.elapse(100 * HOUR_MS);
      expect(await letOut(harness, SLOW.burst)).toBe(SLOW.burst);
    },
  },
  {
    title: 'lets a waiting request out when its token comes',
    check: async (harness) => {
      const budget = harness.replica({ ...SLOW, requestsPerSecond: 100, burst: 1 });
      const answers = await Promise.all([1, 2, 3].map(() => budget.take(SOURCE, NEVER)));
      expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    },
  },
  {
    title: 'stops waiting when told so, and takes nothing',
    check: async (harness) => {
      const budget = harness.replica({ ...SLOW, burst: 1 });
      await budget.take(SOURCE, NEVER);
      const giveUp = new AbortController();
      const waiting = budget.take(SOURCE, giveUp.signal);
      giveUp.abort();
      await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      await harness.elapse(HOUR_MS);
      await expect(budget.take(SOURCE, NEVER)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'takes nothing for a request that is told to stop before it began',
    check: async (harness) => {
      const budget = harness.replica({ ...SLOW, burst: 1 });
      await expect(budget.take(SOURCE, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
      await expect(budget.take(SOURCE, NEVER)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'fails at once in every replica while the source is blocked, saying until when and why',
    check: async (harness) => {
      const until = inHours(1);
      await harness.replica(SLOW).block(SOURCE, until, 'captcha');
      const answer = await harness.replica(SLOW).take(SOURCE, NEVER);
      expect(answer).toEqual({ ok: false, error: { code: 'budget.blocked', until, reason: 'captcha' } });
    },
  },
  {
    title: 'shows a block to others until it ends',
    check: async (harness) => {
      expect(await harness.blocks.of(SOURCE)).toBeNull();
      const until = inHours(1);
      await harness.replica(SLOW).block(SOURCE, until, 'captcha');
      expect(await harness.blocks.of(SOURCE)).toEqual({ until, reason: 'captcha' });
      await harness.elapse(2 * HOUR_MS);
      expect(await harness.blocks.of(SOURCE)).toBeNull();
    },
  },
  {
    title: 'lets out again at once when a block is lifted, in every replica',
    check: async (harness) => {
      await harness.replica(SLOW).block(SOURCE, inHours(1), 'captcha');
      await harness.blocks.lift(SOURCE);
      expect(await harness.blocks.of(SOURCE)).toBeNull();
      await expect(harness.replica(SLOW).take(SOURCE, NEVER)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'never shortens a block by a later one',
    check: async (harness) => {
      const budget = harness.replica(SLOW);
      const until = inHours(2);
      await budget.block(SOURCE, until, 'banned');
      await budget.block(SOURCE, inHours(1), 'captcha');
      const answer = await budget.take(SOURCE, NEVER);
      expect(answer).toEqual({ ok: false, error: { code: 'budget.blocked', until, reason: 'banned' } });
    },
  },
  {
    title: 'prolongs a block by a later one',
    check: async (harness) => {
      const budget = harness.replica(SLOW);
      const until = inHours(2);
      await budget.block(SOURCE, inHours(1), 'captcha');
      await budget.block(SOURCE, until, 'banned');
      const answer = await budget.take(SOURCE, NEVER);
      expect(answer).toEqual({ ok: false, error: { code: 'budget.blocked', until, reason: 'banned' } });
    },
  },
  {
    title: 'lets out again when the block has ended',
    check: async (harness) => {
      const budget = harness.replica(SLOW);
      await budget.block(SOURCE, inHours(1), 'captcha');
      await harness.elapse(2 * HOUR_MS);
      await expect(budget.take(SOURCE, NEVER)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'waits for the end of a short block',
    check: async (harness) => {
      const budget = harness.replica({ ...SLOW, maxBlockWaitMs: 60_000 });
      await budget.block(SOURCE, new Date(Date.now() + 50), 'too many requests');
      await expect(budget.take(SOURCE, NEVER)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'lets out no request that was already waiting when the block began',
    check: async (harness) => {
      const budget = harness.replica({ ...SLOW, requestsPerSecond: 0.5, burst: 1 });
      await budget.take(SOURCE, NEVER);
      const waiting = budget.take(SOURCE, NEVER);
      await harness.replica(SLOW).block(SOURCE, inHours(1), 'captcha');
      await expect(waiting).resolves.toMatchObject({ ok: false, error: { code: 'budget.blocked' } });
    },
  },
];

/** What every `SourceRequestBudget` must do. */
export const describeSourceRequestBudget = (name: string, open: OpenHarness<SourceRequestBudgetHarness>): void =>
  describeSuite(`${name}: a SourceRequestBudget`, sourceRequestBudgetCases, open);
