import type { AuthOutboxMessage, Deliver, DeliveryReport, OutboxLane } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import type { AuthOutboxFeedHarness } from './auth-outbox-harness';
import { authOutboxFeedCases, describeAuthOutboxFeed } from './auth-outbox-feed.suite';
import { ManualClock } from './fakes';
import { InMemoryAuthDatabase } from './in-memory-auth-database';
import { InMemoryAuthOutbox } from './in-memory-auth-outbox';
import type { AuthState } from './in-memory-auth-transaction';
import { failedCases } from './suite';

class Database extends InMemoryAuthDatabase {
  feedOf(Feed: typeof InMemoryAuthOutbox): InMemoryAuthOutbox {
    return new Feed(() => this.state, this.clock);
  }
}

const harnessOf = (Feed: typeof InMemoryAuthOutbox) => async (): Promise<AuthOutboxFeedHarness> => {
  const clock = new ManualClock(new Date('2026-03-01T10:00:00Z'));
  const database = new Database(clock);
  return { unitOfWork: database, feed: database.feedOf(Feed), advance: async (ms) => clock.advance(ms) };
};

describeAuthOutboxFeed('InMemoryAuthOutbox', harnessOf(InMemoryAuthOutbox));

class KnowsNoLanes extends InMemoryAuthOutbox {
  override async consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    const report = await super.consume(lane, deliver);
    return report.outcome === 'nothing' ? super.consume(lane === 'mail' ? 'access' : 'mail', deliver) : report;
  }
}

class SettlesBeforehand extends InMemoryAuthOutbox {
  override async consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    let claimed: AuthOutboxMessage | undefined;
    const report = await super.consume(lane, async (message) => {
      claimed = message;
    });
    if (claimed) await deliver(claimed);
    return report;
  }
}

class TakesFailureForDelivery extends InMemoryAuthOutbox {
  override consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    return super.consume(lane, (message) => deliver(message).catch(() => undefined));
  }
}

/** Claims of one consumer are unknown to the others. */
class HoldsNothing extends InMemoryAuthOutbox {
  constructor(
    private readonly state: () => AuthState,
    private readonly time: Clock,
  ) {
    super(state, time);
  }

  override consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    return new InMemoryAuthOutbox(this.state, this.time).consume(lane, deliver);
  }
}

const patient = (wait: number, failuresToGiveUp: number) =>
  class extends InMemoryAuthOutbox {
    constructor(
      private readonly state: () => AuthState,
      private readonly time: Clock,
    ) {
      super(state, time);
    }

    override async consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
      const report = await super.consume(lane, deliver);
      for (const stored of report.outcome === 'failed' ? this.state().outbox : []) {
        stored.dueAt = new Date(Math.min(stored.dueAt.getTime(), this.time.now().getTime() + wait));
        stored.setAside = stored.attempts >= failuresToGiveUp;
      }
      return report;
    }
  };

class DoubtsNothing extends InMemoryAuthOutbox {
  constructor(
    private readonly state: () => AuthState,
    time: Clock,
  ) {
    super(state, time);
  }

  override consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    for (const stored of this.state().outbox) if (stored.attempts === 0) stored.dueAt = stored.appendedAt;
    return super.consume(lane, deliver);
  }
}

const ComesAgainAtOnce = patient(0, 10);
const NeverGivesUp = patient(600_000, Number.POSITIVE_INFINITY);
const GivesUpOnAll = patient(600_000, 10);

describe('the suite of AuthOutboxFeed refuses', () => {
  it.each([
    [KnowsNoLanes, 'gives every kind of event'],
    [SettlesBeforehand, 'lets a failed message come again'],
    [TakesFailureForDelivery, 'lets a failed message come again'],
    [HoldsNothing, 'gives no message that one consumer holds to another'],
    [HoldsNothing, 'gives each of many messages once'],
    [ComesAgainAtOnce, 'lets a failed message come again'],
    [DoubtsNothing, 'A-9: gives a doubt only once it has lasted'],
    [NeverGivesUp, 'sets mail aside'],
    [GivesUpOnAll, 'A-9: never gives up'],
  ])('%p', async (Feed, title) => {
    expect(await failedCases(authOutboxFeedCases, harnessOf(Feed))).toContainEqual(expect.stringContaining(title));
  });
});
