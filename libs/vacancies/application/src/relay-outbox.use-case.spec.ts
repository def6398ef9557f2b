import type { CollectionJob, Delivery, OutboxFeed, OutboxMessage, VacancyToIndex } from '@job-scope/vacancies-ports';
import { InMemoryCollectionJobQueue } from '@job-scope/vacancies-testing';
import { clock, Collecting, NEVER, snapshots } from './collecting.fixture';
import { RelayOutbox } from './relay-outbox.use-case';

const ALL = 1000;

/** Remembers revisions, refuses the titles it was told to. */
class Index {
  readonly revisions = new Map<string, number>();
  readonly refused = new Set<string>();
  calls = 0;
  down = false;

  async index(batch: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    this.calls += 1;
    if (this.down) throw new Error('no search server');
    const vacancies = batch.map(({ vacancy }) => vacancy);
    const taken = vacancies.filter(({ title }) => !this.refused.has(title));
    for (const { sourceId, revision } of taken) this.revisions.set(sourceId, revision);
    const others = vacancies.filter(({ title }) => this.refused.has(title));
    return new Map(others.map(({ id }) => [id, 'the title cannot be indexed']));
  }
  async prepare() {}
  async refresh() {}
  async remove() {}
}

class BrokenQueue extends InMemoryCollectionJobQueue {
  down = false;
  override async add(job: CollectionJob, traceparent: string | null) {
    if (this.down) throw new Error('no queue server');
    return super.add(job, traceparent);
  }
}

const relaying = () => {
  const collection = new Collecting();
  const queue = new BrokenQueue();
  const index = new Index();
  const relay = relayOver(collection.database.outbox, { collection, queue, index });
  return { collection, queue, index, relay };
};

const relayOver = (feed: OutboxFeed, parts: { collection: Collecting; queue: BrokenQueue; index: Index }) => {
  const { vacancies, revisions, duplicates, areas } = parts.collection.database;
  return new RelayOutbox(feed, parts.queue, parts.index, vacancies, revisions, duplicates, areas, clock);
};

const collect = async (collection: Collecting) => {
  const { windowId } = await collection.plan();
  await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
};

/** Relays until nothing is left that can be claimed. */
const relayAll = async (relay: RelayOutbox) => {
  const failures: { reason: string }[] = [];
  for (;;) {
    const report = await relay.execute(ALL);
    if (report.claimed === 0) return failures;
    failures.push(...report.failures);
  }
};

describe('RelayOutbox', () => {
  it('turns requests into plan jobs, and planned windows into window jobs', async () => {
    const { collection, queue, relay } = relaying();
    const { runId, windowId } = await collection.plan();
    await relayAll(relay);
    expect(queue.queued.map(({ job }) => job)).toEqual([
      { kind: 'plan', source: 'headhunter', runId },
      { kind: 'window', source: 'headhunter', runId, windowId },
    ]);
  });

  it('indexes all changed vacancies at once', async () => {
    const { collection, index, relay } = relaying();
    collection.world.vacancies = snapshots(7);
    await collect(collection);
    await relayAll(relay);
    expect([...index.revisions.keys()].sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(index.calls).toBe(1);
    expect(await collection.database.outbox.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 0 });
  });

  it('indexes what a vacancy is now, whichever change is told', async () => {
    const { collection, index, relay } = relaying();
    collection.world.vacancies = snapshots(1);
    await collect(collection);
    collection.world.vacancies = collection.world.vacancies.map((each) => ({ ...each, title: 'Changed' }));
    await collect(collection);
    await relay.execute(ALL);
    expect(index.revisions).toEqual(new Map([['1', 2]]));
  });

  it('gives back only what the index does not take', async () => {
    const { collection, index, relay } = relaying();
    collection.world.vacancies = snapshots(3);
    await collect(collection);
    index.refused.add('Vacancy 2');
    expect(await relayAll(relay)).toMatchObject([{ reason: 'the title cannot be indexed' }]);
    expect([...index.revisions.keys()].sort()).toEqual(['1', '3']);
    expect((await collection.database.outbox.backlog()).pending).toBe(1);
  });

  it('goes on with jobs while the index is down, and keeps the vacancies for later (V-8)', async () => {
    const { collection, queue, index, relay } = relaying();
    collection.world.vacancies = snapshots(3);
    index.down = true;
    await collect(collection);
    expect(await relayAll(relay)).toHaveLength(3);
    expect(queue.queued).toHaveLength(2);
    expect((await collection.database.outbox.backlog()).pending).toBe(3);
  });

  it('goes on indexing while the queue is down', async () => {
    const { collection, queue, index, relay } = relaying();
    collection.world.vacancies = snapshots(3);
    queue.down = true;
    await collect(collection);
    await relayAll(relay);
    expect(index.revisions.size).toBe(3);
    expect((await collection.database.outbox.backlog()).pending).toBe(2);
  });

  it('tells outages, which are no fault of a message, from refusals, which are', async () => {
    const { queue, index, collection } = relaying();
    collection.world.vacancies = snapshots(1);
    await collect(collection);
    const vacancyId = [...collection.database.read().vacancies.values()][0]?.id ?? '';
    const deliveries: Delivery[] = [];
    const event = { kind: 'vacancy-changed', vacancyId, revision: 1 } as const;
    const messages: OutboxMessage[] = [
      { id: '1', event, traceparent: null },
      { id: '2', event: { kind: 'collection-requested', runId: 'r', source: 'headhunter' }, traceparent: null },
    ];
    const feed = {
      consume: async (_limit, deliver) => {
        deliveries.push(...(await deliver(messages)));
        return messages.length;
      },
    } as Partial<OutboxFeed> as OutboxFeed;
    Object.assign(queue, { down: true });
    const relay = relayOver(feed, { collection, queue, index });
    index.index = async () => new Map([[vacancyId, 'bad document']]);
    await relay.execute(ALL);
    expect(deliveries).toEqual([
      { messageId: '2', failure: 'no queue server', outage: true },
      { messageId: '1', failure: 'bad document' },
    ]);
  });

  it('hands the trace of a message on to its job', async () => {
    const { queue, index, collection } = relaying();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const event = { kind: 'collection-requested', runId: 'r', source: 'headhunter' } as const;
    const feed = {
      consume: async (_limit, deliver) => (await deliver([{ id: '1', event, traceparent }])).length,
    } as Partial<OutboxFeed> as OutboxFeed;
    await relayOver(feed, { collection, queue, index }).execute(ALL);
    expect(queue.queued).toMatchObject([{ traceparent }]);
  });

  it('drops the message of a vacancy that is not stored any more', async () => {
    const { collection, relay } = relaying();
    await collection.database.unitOfWork.run((tx) =>
      tx.outbox.append([{ kind: 'vacancy-changed', vacancyId: 'gone', revision: 3 }]),
    );
    expect(await relay.execute(ALL)).toEqual({ claimed: 1, failures: [] });
    expect((await collection.database.outbox.backlog()).pending).toBe(0);
  });
});
