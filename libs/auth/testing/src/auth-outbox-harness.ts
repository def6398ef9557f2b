import type { AuthContextEvent } from '@job-scope/auth-domain';
import type { AuthOutboxFeed, AuthUnitOfWork, OutboxLane } from '@job-scope/auth-ports';
import type { SuiteCase } from './suite';

/** An outbox with nothing in it. */
export interface AuthOutboxFeedHarness {
  readonly unitOfWork: AuthUnitOfWork;
  readonly feed: AuthOutboxFeed;
  /** Lets so much time pass for the outbox. */
  advance(ms: number): Promise<void>;
}

export type AuthOutboxFeedCase = SuiteCase<AuthOutboxFeedHarness>;

export const idOf = (count: number): string => `00000000-0000-7000-9000-${String(count).padStart(12, '0')}`;

/** The deletion of the user of that number: a message that is due at once. */
export const deleted = (count: number): AuthContextEvent => ({
  kind: 'user-deleted',
  userId: idOf(count),
  revision: 2,
});

export const mailTo = (count: number): AuthContextEvent => ({
  kind: 'mail-wanted',
  userId: idOf(count),
  mail: 'password-changed',
  to: `user${count}@example.com`,
  language: 'ru',
});

export const append = (
  { unitOfWork }: Pick<AuthOutboxFeedHarness, 'unitOfWork'>,
  ...events: readonly AuthContextEvent[]
): Promise<void> => unitOfWork.run((tx) => tx.outbox.append(events));

/** Takes one turn, and names what was delivered. */
export const take = async (feed: AuthOutboxFeed, lane: OutboxLane): Promise<AuthContextEvent | undefined> => {
  let event: AuthContextEvent | undefined;
  await feed.consume(lane, async (message) => {
    event = message.event;
  });
  return event;
};

export const takeAll = async (feed: AuthOutboxFeed, lane: OutboxLane): Promise<readonly AuthContextEvent[]> => {
  const event = await take(feed, lane);
  return event ? [event, ...(await takeAll(feed, lane))] : [];
};
