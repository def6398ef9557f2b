import type { UserChanged, UserDeleted } from '@job-scope/auth-domain';
import { FakeUserEventPublisher, sequentialIds } from './fakes';
import { failedCases } from './suite';
import {
  describeUserEventPublisher,
  userEventPublisherCases,
  type UserEventPublisherHarness,
} from './user-event-publisher.suite';

const harnessOf = (Publisher: typeof FakeUserEventPublisher) => async (): Promise<UserEventPublisherHarness> => {
  const publisher = new Publisher();
  const ids = sequentialIds();
  return { publisher, published: async (userId) => publisher.told.get(userId), newId: () => ids.next() };
};

describeUserEventPublisher('FakeUserEventPublisher', harnessOf(FakeUserEventPublisher));

class LastOneStays extends FakeUserEventPublisher {
  override async publish(event: UserChanged | UserDeleted): Promise<void> {
    this.told.set(event.userId, event);
  }
}

class FirstOneStays extends FakeUserEventPublisher {
  override async publish(event: UserChanged | UserDeleted): Promise<void> {
    if (!this.told.has(event.userId)) this.told.set(event.userId, event);
  }
}

class ForgetsTheGone extends FakeUserEventPublisher {
  override async publish(event: UserChanged | UserDeleted): Promise<void> {
    if (event.kind === 'user-deleted') this.told.delete(event.userId);
    else await super.publish(event);
  }
}

describe('the suite of UserEventPublisher refuses', () => {
  it.each([
    [LastOneStays, 'ends the same in whatever order'],
    [LastOneStays, 'ends the same when all are told at once'],
    [FirstOneStays, 'tells what others may know'],
    [ForgetsTheGone, 'A-9: lets a user who is gone never come back'],
  ])('%p', async (Publisher, title) => {
    const failed = await failedCases(userEventPublisherCases, harnessOf(Publisher));
    expect(failed).toContainEqual(expect.stringContaining(title));
  });
});
