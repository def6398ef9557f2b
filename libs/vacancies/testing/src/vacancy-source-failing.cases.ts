import type { SourceFailure, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { FixedQuota } from './fixed-quota';
import { RETRY_AFTER_SECONDS, type SourceMood } from './in-memory-vacancy-source';
import { OpenBudget } from './open-budget';
import { firstPage } from './source-walk';
import type { SuiteCase } from './suite';
import type { VacancySourceHarness } from './vacancy-source.suite';

type Case = SuiteCase<VacancySourceHarness>;

const failureIn = async (
  mood: SourceMood,
  harness: VacancySourceHarness,
  budget: SourceRequestBudget,
): Promise<SourceFailure | undefined> => {
  await harness.turn(mood);
  const page = await firstPage(harness.source(budget));
  return page.ok ? undefined : page.error;
};

const final = (mood: SourceMood, code: SourceFailure['code']): Case => ({
  title: `stops at the first answer that means ${code}`,
  check: async (harness) => {
    const failure = await failureIn(mood, harness, new OpenBudget());
    expect([failure?.code, await harness.requests()]).toEqual([code, 1]);
  },
});

const passing = (mood: SourceMood): Case => ({
  title: `says that it is unavailable while it is ${mood}`,
  check: async (harness) => {
    expect(await failureIn(mood, harness, new OpenBudget())).toMatchObject({ code: 'source.unavailable' });
  },
});

const blocking = (mood: SourceMood): Case => ({
  title: `blocks the budget when it is ${mood}, so that no replica makes it worse`,
  check: async (harness) => {
    const [budget, asked] = [new OpenBudget(), Date.now()];
    expect(await failureIn(mood, harness, budget)).toBeDefined();
    expect(budget.blocks.at(-1)?.until.getTime()).toBeGreaterThan(asked);
  },
});

/** What a `VacancySource` makes of a source that does not answer as it should, and of those who tell it to stop. */
export const vacancySourceFailingCases: readonly Case[] = [
  final('blocked', 'source.blocked'),
  final('unauthorized', 'source.unauthorized'),
  final('refusing', 'source.query-refused'),
  passing('down'),
  passing('resetting'),
  passing('truncating'),
  blocking('rate-limited'),
  blocking('blocked'),
  {
    title: 'waits as long as a source asks for that is asked too often',
    check: async (harness) => {
      const retryAfterMs = RETRY_AFTER_SECONDS * 1000;
      const failure = await failureIn('rate-limited', harness, new OpenBudget());
      expect(failure).toMatchObject({ code: 'source.rate-limited', retryAfterMs });
    },
  },
  {
    title: 'takes from the budget for repeated requests too',
    check: async (harness) => {
      const budget = new OpenBudget();
      const before = await harness.requests();
      await failureIn('down', harness, budget);
      expect(budget.taken).toBe((await harness.requests()) - before);
    },
  },
  {
    title: 'sends no more than its caller may, repeated requests included, and says that it may not',
    check: async (harness) => {
      const before = await harness.requests();
      await harness.turn('down');
      const [source, quota] = [harness.source(new OpenBudget()), new FixedQuota(2)];
      const ask = () => firstPage(source, undefined, undefined, quota);
      await ask();
      await ask();
      expect(await ask()).toMatchObject({ ok: false, error: { code: 'quota.used-up' } });
      expect((await harness.requests()) - before).toBe(2);
    },
  },
  {
    title: 'puts back what it took from its caller and did not send',
    check: async (harness) => {
      const quota = new FixedQuota(2);
      const closed = new OpenBudget(new Date(Date.now() + 3_600_000));
      await firstPage(harness.source(closed), undefined, undefined, quota);
      expect(quota.left).toBe(2);
    },
  },
  {
    title: 'sends nothing while the budget is blocked, and says how long',
    check: async (harness) => {
      const budget = new OpenBudget(new Date(Date.now() + 3_600_000));
      const before = await harness.requests();
      const page = await firstPage(harness.source(budget));
      expect(page).toMatchObject({ ok: false, error: { code: 'source.rate-limited', withheld: true } });
      expect(!page.ok && page.error.code === 'source.rate-limited' && page.error.retryAfterMs).toBeGreaterThan(3e6);
      expect(await harness.requests()).toBe(before);
    },
  },
  {
    title: 'recovers with its source',
    check: async (harness) => {
      const source = harness.source(new OpenBudget());
      await harness.turn('down');
      await firstPage(source);
      await harness.turn('well');
      await expect(firstPage(source)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'stops waiting for an answer when it is told to',
    check: async (harness) => {
      await harness.turn('silent');
      const stop = new AbortController();
      const page = firstPage(harness.source(new OpenBudget()), stop.signal);
      const stopped = expect(page).rejects.toMatchObject({ name: 'AbortError' });
      while ((await harness.requests()) === 0) await new Promise((resolve) => setImmediate(resolve));
      stop.abort();
      await stopped;
    },
  },
  {
    title: 'sends nothing when it was told to stop before it began',
    check: async (harness) => {
      const before = await harness.requests();
      const page = firstPage(harness.source(new OpenBudget()), AbortSignal.abort());
      await expect(page).rejects.toMatchObject({ name: 'AbortError' });
      expect(await harness.requests()).toBe(before);
    },
  },
];
