import type { AuthContextEvent } from '@job-scope/auth-domain';
import type { AuthOutboxFeed, AuthOutboxMessage, DeliveryReport, OutboxLane } from '@job-scope/auth-ports';
import {
  append,
  deleted,
  idOf,
  mailTo,
  take,
  takeAll,
  type AuthOutboxFeedCase,
  type AuthOutboxFeedHarness,
} from './auth-outbox-harness';
import { outboxWaitingCases } from './auth-outbox-waiting.cases';
import { describeSuite, type OpenHarness } from './suite';

/** A delivery that has begun and goes on until it is told to end. */
const begin = async (feed: AuthOutboxFeed, lane: OutboxLane) => {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let report: Promise<DeliveryReport> | undefined;
  const { event } = await new Promise<AuthOutboxMessage>((resolve) => {
    report = feed.consume(lane, (message) => {
      resolve(message);
      return ended;
    });
  });
  return { event, end: () => (end(), report) };
};

const EVERY_KIND: readonly AuthContextEvent[] = [
  {
    kind: 'user-changed',
    userId: idOf(1),
    email: 'ann@example.com',
    verified: true,
    active: true,
    superuser: false,
    revision: 7,
  },
  { kind: 'user-deleted', userId: idOf(1), revision: 8 },
  { kind: 'access-in-doubt', userId: idOf(1), denialId: idOf(9) },
  {
    kind: 'sessions-to-end',
    userId: idOf(1),
    reason: 'password-reset',
    openedUntil: new Date('2026-03-01T10:00:00.123Z'),
    except: idOf(5),
  },
  {
    kind: 'sessions-to-end',
    userId: idOf(1),
    reason: 'user-deleted',
    openedUntil: new Date('2026-03-01T10:00:00.124Z'),
    except: null,
  },
  { kind: 'mail-wanted', userId: idOf(1), mail: 'confirm-email', to: 'ann@example.com', language: 'en' },
];

const delivering: readonly AuthOutboxFeedCase[] = [
  {
    title: 'gives every kind of event as it was appended, in the lane that it belongs to',
    check: async (harness) => {
      await append(harness, ...EVERY_KIND);
      await harness.advance(3_600_000);
      expect(await takeAll(harness.feed, 'mail')).toEqual(EVERY_KIND.slice(5));
      const access = await takeAll(harness.feed, 'access');
      expect(access).toHaveLength(5);
      expect(access).toEqual(expect.arrayContaining(EVERY_KIND.slice(0, 5)));
    },
  },
  {
    title: 'gives the oldest first, each once, and says what became of it',
    check: async (harness) => {
      for (const count of [1, 2, 3]) await append(harness, deleted(count));
      const report = await harness.feed.consume('access', async () => {});
      expect(report).toMatchObject({ outcome: 'delivered', message: { event: deleted(1) } });
      expect(await takeAll(harness.feed, 'access')).toEqual([deleted(2), deleted(3)]);
      expect(await harness.feed.consume('access', async () => {})).toEqual({ outcome: 'nothing' });
    },
  },
  {
    title: 'gives no message that one consumer holds to another',
    check: async (harness) => {
      await append(harness, deleted(1), deleted(2));
      const [one, other] = [await begin(harness.feed, 'access'), await begin(harness.feed, 'access')];
      expect([one.event, other.event]).toEqual([deleted(1), deleted(2)]);
      expect(await take(harness.feed, 'access')).toBeUndefined();
      expect([await one.end(), await other.end()]).toMatchObject([{ outcome: 'delivered' }, { outcome: 'delivered' }]);
      expect(await take(harness.feed, 'access')).toBeUndefined();
    },
  },
  {
    title: 'lets nothing wait for slow mail',
    check: async (harness) => {
      await append(harness, mailTo(1), deleted(1));
      const mail = await begin(harness.feed, 'mail');
      expect(await take(harness.feed, 'access')).toEqual(deleted(1));
      expect(await mail.end()).toMatchObject({ outcome: 'delivered' });
    },
  },
  {
    title: 'gives each of many messages once, however many consume',
    check: async (harness) => {
      const events = Array.from({ length: 20 }, (_, count) => deleted(count));
      await append(harness, ...events);
      const taken = await Promise.all(Array.from({ length: 4 }, () => takeAll(harness.feed, 'access')));
      const users = taken.flat().map(({ userId }) => userId);
      expect(users.toSorted()).toEqual(events.map(({ userId }) => userId));
    },
  },
  {
    title: 'keeps what a delivery appends itself',
    check: async (harness) => {
      await append(harness, deleted(1));
      await harness.feed.consume('access', () => append(harness, mailTo(1)));
      expect(await takeAll(harness.feed, 'mail')).toEqual([mailTo(1)]);
      expect(await takeAll(harness.feed, 'access')).toEqual([]);
    },
  },
];

export const authOutboxFeedCases: readonly AuthOutboxFeedCase[] = [...delivering, ...outboxWaitingCases];

/** What every `AuthOutboxFeed` must do with what the `AuthOutbox` beside it takes. */
export const describeAuthOutboxFeed = (name: string, open: OpenHarness<AuthOutboxFeedHarness>): void =>
  describeSuite(`${name}: an AuthOutboxFeed`, authOutboxFeedCases, open);
