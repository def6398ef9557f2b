import type { Delivery, OutboxMessage } from '@job-scope/vacancies-ports';
import { InMemoryOutboxFeed } from './in-memory-outbox-feed';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { OutboxRow } from './stored-state';
import { outboxFeedCases } from './outbox-feed.suite';
import { failedCases } from './suite';

type Deliver = (messages: readonly OutboxMessage[]) => Promise<readonly Delivery[]>;

class KnowsNoAggregates extends InMemoryOutboxFeed {
  protected override claimable() {
    const rows = [...this.database.read().outbox].filter(([, row]) => row.deadBecause === undefined);
    return rows.filter(([, row]) => row.availableAt <= this.options.now());
  }
}

class GivesMessagesTwice extends InMemoryOutboxFeed {
  protected override claimable() {
    this.claimed.clear();
    return super.claimable();
  }
}

class TakesFailureForDelivery extends InMemoryOutboxFeed {
  protected override settle(outbox: Map<number, OutboxRow>, { messageId }: Delivery) {
    super.settle(outbox, { messageId });
  }
}

class ComesAgainAtOnce extends InMemoryOutboxFeed {
  protected override settle(outbox: Map<number, OutboxRow>, delivery: Delivery) {
    super.settle(outbox, delivery);
    for (const [id, row] of outbox) outbox.set(id, { ...row, availableAt: 0 });
  }
}

class NeverGivesUp extends InMemoryOutboxFeed {
  protected override settle(outbox: Map<number, OutboxRow>, delivery: Delivery) {
    super.settle(outbox, { ...delivery, outage: true });
  }
}

class BlamesTheMessage extends InMemoryOutboxFeed {
  protected override settle(outbox: Map<number, OutboxRow>, delivery: Delivery) {
    super.settle(outbox, { ...delivery, outage: false });
  }
}

class SettlesBeforehand extends InMemoryOutboxFeed {
  override async consume(limit: number, deliver: Deliver) {
    let claimed: readonly OutboxMessage[] = [];
    const count = await super.consume(limit, async (messages) => {
      claimed = messages;
      return messages.map(({ id }) => ({ messageId: id }));
    });
    if (count > 0) await deliver(claimed);
    return count;
  }
}

class TakesSilenceForDelivery extends InMemoryOutboxFeed {
  override consume(limit: number, deliver: Deliver) {
    return super.consume(limit, async (messages) => {
      await deliver(messages);
      return messages.map(({ id }) => ({ messageId: id }));
    });
  }
}

class KnowsNoLimit extends InMemoryOutboxFeed {
  override consume(_limit: number, deliver: Deliver) {
    return super.consume(Infinity, deliver);
  }
}

class SleepsThroughNews extends InMemoryOutboxFeed {
  override async waitForMore(timeoutMs: number, signal: AbortSignal) {
    this.news = false;
    await super.waitForMore(timeoutMs, signal);
  }
}

const harnessOf = (Feed: typeof InMemoryOutboxFeed) => async () => {
  let now = 0;
  const options = { maxAttempts: 3, now: () => now };
  const database = new InMemoryVacancyDatabase(options);
  const endWaits = async () => void (now += 3_600_000);
  return { unitOfWork: database.unitOfWork, feed: new Feed(database, options), maxAttempts: 3, endWaits };
};

describe('the suite of OutboxFeed refuses', () => {
  it.each([
    [KnowsNoAggregates, 'gives no message that one relay holds, nor a later one of its aggregate, to another'],
    [
      KnowsNoAggregates,
      'delivers everything once and in order per aggregate, for any events, failures and number of relays',
    ],
    [GivesMessagesTwice, 'gives no message that one relay holds, nor a later one of its aggregate, to another'],
    [TakesFailureForDelivery, 'lets a failed message come again, but not at once'],
    [ComesAgainAtOnce, 'lets a failed message come again, but not at once'],
    [NeverGivesUp, 'sets a message aside when it has failed too often'],
    [BlamesTheMessage, 'never sets a message aside because its receiver is away, however often it has failed before'],
    [SettlesBeforehand, 'gives everything back at once when the delivery throws, and passes the error on'],
    [TakesSilenceForDelivery, 'gives back at once what the delivery says nothing of'],
    [KnowsNoLimit, 'claims no more than asked for'],
    [SleepsThroughNews, 'does not wait for what was appended since the last wait'],
  ])('%p', async (Feed, title) => {
    const named = outboxFeedCases.filter((candidate) => candidate.title === title);
    expect(await failedCases(named, harnessOf(Feed))).toEqual([title]);
  });
});
