import { DOUBT_MS, type OutboxLane } from '@job-scope/auth-ports';
import {
  append,
  deleted,
  idOf,
  mailTo,
  take,
  type AuthOutboxFeedCase,
  type AuthOutboxFeedHarness,
} from './auth-outbox-harness';

const DAY_MS = 86_400_000;
const FAILURE = new Error('the receiver is away');

const fail = ({ feed }: AuthOutboxFeedHarness, lane: OutboxLane) => feed.consume(lane, () => Promise.reject(FAILURE));

/** How long a message waits after so many failures, in milliseconds. */
const delayAfter = (failures: number): number => Math.min(600_000, 1000 * 2 ** (failures - 1));

export const outboxWaitingCases: readonly AuthOutboxFeedCase[] = [
  {
    title: 'A-9: gives a doubt only once it has lasted',
    check: async (harness) => {
      const doubt = { kind: 'access-in-doubt', userId: idOf(1), denialId: idOf(2) } as const;
      await append(harness, doubt);
      await harness.advance(DOUBT_MS / 2);
      expect(await take(harness.feed, 'access')).toBeUndefined();
      await harness.advance(DOUBT_MS / 2);
      expect(await take(harness.feed, 'access')).toEqual(doubt);
    },
  },
  {
    title:
      'lets a failed message come again, the later the more often it has failed, and never later than in 10 minutes',
    check: async (harness) => {
      await append(harness, deleted(1));
      for (let failures = 1; failures <= 14; failures += 1) {
        const report = await fail(harness, 'access');
        expect(report).toMatchObject({ outcome: 'failed', error: FAILURE, message: { event: deleted(1) } });
        // The shortest waits can end while this is on its way.
        if (failures > 4) {
          await harness.advance(delayAfter(failures) / 2);
          expect(await take(harness.feed, 'access')).toBeUndefined();
        }
        await harness.advance(delayAfter(failures));
      }
      expect(await take(harness.feed, 'access')).toEqual(deleted(1));
    },
  },
  {
    title: 'lets nobody else wait for a message that has failed',
    check: async (harness) => {
      await append(harness, deleted(1));
      for (let failures = 0; failures < 6; failures += 1) {
        await fail(harness, 'access');
        if (failures < 5) await harness.advance(DAY_MS);
      }
      await append(harness, deleted(2));
      expect(await take(harness.feed, 'access')).toEqual(deleted(2));
    },
  },
  {
    title: 'sets mail aside that has failed ten times',
    check: async (harness) => {
      await append(harness, mailTo(1));
      for (let failures = 0; failures < 10; failures += 1) {
        expect((await fail(harness, 'mail')).outcome).toBe('failed');
        await harness.advance(DAY_MS);
      }
      expect(await harness.feed.consume('mail', async () => {})).toEqual({ outcome: 'nothing' });
      expect(await harness.feed.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 1 });
    },
  },
  {
    title: 'A-9: never gives up on what ends access',
    check: async (harness) => {
      await append(harness, deleted(1));
      for (let failures = 0; failures < 30; failures += 1) {
        expect((await fail(harness, 'access')).outcome).toBe('failed');
        await harness.advance(DAY_MS);
      }
      expect(await harness.feed.backlog()).toMatchObject({ pending: 1, setAside: 0 });
      expect(await take(harness.feed, 'access')).toEqual(deleted(1));
    },
  },
  {
    title: 'tells how much waits and since when: for its turn, for its time, or after a failure',
    check: async (harness) => {
      expect(await harness.feed.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 0 });
      await append(harness, { kind: 'access-in-doubt', userId: idOf(1), denialId: idOf(2) });
      const { pending, oldestAt } = await harness.feed.backlog();
      expect([pending, oldestAt]).toEqual([1, expect.any(Date)]);
      await append(harness, mailTo(1));
      await fail(harness, 'mail');
      expect(await harness.feed.backlog()).toEqual({ pending: 2, oldestAt, setAside: 0 });
    },
  },
];
