import type { UserChanged, UserDeleted } from '@job-scope/auth-domain';
import type { UserEventPublisher } from '@job-scope/auth-ports';
import fc from 'fast-check';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

type UserEvent = UserChanged | UserDeleted;

export interface UserEventPublisherHarness {
  readonly publisher: UserEventPublisher;
  /** What is to be read of the user: the one event that stands. */
  published(userId: string): Promise<UserEvent | undefined>;
  /** A new id, UUIDv7. */
  newId(): string;
}

const changed = (userId: string, revision: number): UserChanged => ({
  kind: 'user-changed',
  userId,
  email: `ann+${revision}@example.com`,
  verified: revision > 1,
  active: revision !== 3,
  superuser: revision === 4,
  revision,
});

const deleted = (userId: string, revision: number): UserDeleted => ({ kind: 'user-deleted', userId, revision });

export const userEventPublisherCases: readonly SuiteCase<UserEventPublisherHarness>[] = [
  {
    title: 'tells what others may know of a user: how they are, and that they are gone',
    check: async ({ publisher, published, newId }) => {
      const [ann, bob] = [newId(), newId()];
      await publisher.publish(changed(ann, 1));
      await publisher.publish(changed(bob, 4));
      expect([await published(ann), await published(bob)]).toEqual([changed(ann, 1), changed(bob, 4)]);
      await publisher.publish(deleted(ann, 2));
      expect([await published(ann), await published(bob)]).toEqual([deleted(ann, 2), changed(bob, 4)]);
    },
  },
  {
    title: 'A-9: lets a user who is gone never come back',
    check: async ({ publisher, published, newId }) => {
      const ann = newId();
      await publisher.publish(deleted(ann, 5));
      await publisher.publish(changed(ann, 4));
      expect(await published(ann)).toEqual(deleted(ann, 5));
    },
  },
  {
    title: 'ends the same in whatever order events come, and however often',
    check: async ({ publisher, published, newId }) => {
      const revisions = [1, 2, 3, 4, 5, 1, 3, 5];
      const order = fc.shuffledSubarray(revisions, { minLength: 4 });
      await fc.assert(
        fc.asyncProperty(order, async (told) => {
          const ann = newId();
          const eventOf = (revision: number) => (revision === 5 ? deleted(ann, 5) : changed(ann, revision));
          for (const revision of told) await publisher.publish(eventOf(revision));
          expect(await published(ann)).toEqual(eventOf(Math.max(...told)));
        }),
        { numRuns: 20 },
      );
    },
  },
  {
    title: 'ends the same when all are told at once',
    check: async ({ publisher, published, newId }) => {
      const users = [newId(), newId()];
      const events = users.flatMap((userId) => [3, 1, 4, 2].map((revision) => changed(userId, revision)));
      await Promise.all(events.map((event) => publisher.publish(event)));
      for (const userId of users) expect(await published(userId)).toEqual(changed(userId, 4));
    },
  },
];

/** What every `UserEventPublisher` must do. */
export const describeUserEventPublisher = (name: string, open: OpenHarness<UserEventPublisherHarness>): void =>
  describeSuite(`${name}: a UserEventPublisher`, userEventPublisherCases, open);
