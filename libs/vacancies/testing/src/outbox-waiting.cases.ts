import { append, claimAll, type OutboxFeedHarness } from './outbox-harness';
import type { SuiteCase } from './suite';

/** Far longer than a test may take: a wait that ends was woken. */
const LONG_MS = 3_600_000;
const NEVER = new AbortController().signal;

/** Whoever begins to wait does not know what came before: the first wait ends by itself. */
const becomeQuiet = ({ feed }: OutboxFeedHarness): Promise<void> => feed.waitForMore(LONG_MS, NEVER);

export const outboxWaitingCases: readonly SuiteCase<OutboxFeedHarness>[] = [
  {
    title: 'ends a wait when something is appended',
    check: async (harness) => {
      await becomeQuiet(harness);
      const wait = harness.feed.waitForMore(LONG_MS, NEVER);
      await append(harness, 'a1');
      await wait;
      expect(await claimAll(harness)).toEqual(['a1']);
    },
  },
  {
    title: 'does not wait for what was appended since the last wait',
    check: async (harness) => {
      await becomeQuiet(harness);
      await append(harness, 'a1');
      await harness.feed.waitForMore(LONG_MS, NEVER);
      expect(await claimAll(harness)).toEqual(['a1']);
    },
  },
  {
    title: 'ends a wait after the given time',
    check: async (harness) => {
      await becomeQuiet(harness);
      await expect(harness.feed.waitForMore(1, NEVER)).resolves.toBeUndefined();
    },
  },
  {
    title: 'ends a wait on abort without an error, and does not begin one after it',
    check: async (harness) => {
      await becomeQuiet(harness);
      const controller = new AbortController();
      const wait = harness.feed.waitForMore(LONG_MS, controller.signal);
      controller.abort();
      await expect(wait).resolves.toBeUndefined();
      await expect(harness.feed.waitForMore(LONG_MS, controller.signal)).resolves.toBeUndefined();
    },
  },
];
