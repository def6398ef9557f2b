import {
  aRun,
  aWindow,
  at,
  drain,
  InMemoryCollectionJobQueue,
  InMemoryRefreshClaims,
  InMemoryVacancyDatabase,
} from '@job-scope/vacancies-testing';
import { AbandonCollection } from './abandon-collection.use-case';
import { clock, Collecting, collectingFrom, NEVER } from './collecting.fixture';
import { RecoverLostWork } from './recover-lost-work.use-case';
import { ReplayDeadLetter } from './replay-dead-letter.use-case';

const requester = { operator: 'root' };

/** What is announced has reached the queue. */
const recovering = (collection = new Collecting()) => {
  const { database } = collection;
  let now = 0;
  const [queue, claims] = [new InMemoryCollectionJobQueue(), new InMemoryRefreshClaims(() => now)];
  const abandon = new AbandonCollection(database.unitOfWork, clock);
  const recover = new RecoverLostWork(database.openWork, queue, abandon, claims);
  return {
    collection,
    database,
    queue,
    /** A minute after the last look. */
    look: () => ((now += 60_000), recover.execute(NEVER)),
    lookAgain: () => recover.execute(NEVER),
    letters: () => [...database.read().deadLetters.values()],
    relay: async () => {
      await drain(database.outbox);
      for (const job of await database.openWork.page(1_000, null)) await queue.add(job, null);
    },
  };
};

describe('RecoverLostWork', () => {
  it('gives up a window whose job has failed for good while nobody ended it', async () => {
    const { collection, queue, relay, look, letters } = recovering();
    const { runId, windowId } = await collection.plan();
    await relay();
    queue.fail('a bug');
    expect(await look()).toEqual([{ source: 'headhunter', runId, windowId, how: 'given-up' }]);
    expect(collection.window(windowId)?.state).toBe('failed');
    expect(collection.run(runId)).toMatchObject({ status: 'finished', outcome: 'failed' });
    expect(letters()).toMatchObject([{ runId, windowId, reason: 'job.failed', detail: 'a bug', attempts: 1 }]);
    expect(await look()).toEqual([]);
    expect(letters()).toHaveLength(1);
  });

  it('gives up a run whose planning has failed for good', async () => {
    const { collection, queue, relay, look, letters } = recovering();
    const runId = await collection.request();
    await relay();
    queue.fail('a bug');
    expect(await look()).toEqual([{ source: 'headhunter', runId, windowId: null, how: 'given-up' }]);
    expect(collection.run(runId)).toMatchObject({ outcome: 'failed', reason: 'the run could not be planned: a bug' });
    expect(letters()).toMatchObject([{ runId, windowId: null, reason: 'job.failed' }]);
  });

  it('hands on again what the queue has lost', async () => {
    const { collection, queue, relay, look } = recovering();
    const runId = await collection.request();
    const planned = await collection.plan();
    await relay();
    queue.forget();
    const lost = { source: 'headhunter', how: 'handed-on' };
    const both = [
      { ...lost, ...planned },
      { ...lost, runId, windowId: null },
    ];
    expect(await look()).toEqual(expect.arrayContaining(both));
    expect(queue.queued.map(({ job }) => job)).toEqual(
      expect.arrayContaining([
        { kind: 'window', source: 'headhunter', ...planned },
        { kind: 'plan', source: 'headhunter', runId },
      ]),
    );
    expect(await look()).toEqual([]);
  });

  it('hands on again what the queue takes for completed while it is not', async () => {
    const { collection, queue, relay, look } = recovering();
    const planned = await collection.plan();
    await relay();
    queue.complete();
    expect(await look()).toEqual([{ source: 'headhunter', ...planned, how: 'handed-on' }]);
    expect(queue.queued).toMatchObject([{ job: { kind: 'window', ...planned } }]);
    expect(await look()).toEqual([]);
  });

  it('tells the replay of a window from the job that failed before', async () => {
    const { collection, database, queue, relay, look, letters } = recovering();
    const { windowId } = await collection.plan();
    await relay();
    queue.fail('a bug');
    await look();
    const id = letters()[0]?.id ?? '';
    await new ReplayDeadLetter(database.unitOfWork, clock).execute({ requester, id });
    expect(await look()).toEqual([]);
    await drain(database.outbox);
    expect(await look()).toMatchObject([{ windowId, how: 'handed-on' }]);
    expect(queue.queued).toMatchObject([{ job: { windowId, replayOf: id } }]);
    queue.fail('the same bug');
    expect(await look()).toMatchObject([{ windowId, how: 'given-up' }]);
    expect(letters()).toMatchObject([{ state: 'replayed' }, { state: 'open', detail: 'the same bug' }]);
  });

  it('hands on what could not be delivered from the outbox', async () => {
    const collection = new Collecting(new InMemoryVacancyDatabase({ maxAttempts: 1 }));
    const { database, queue, look } = recovering(collection);
    const { windowId } = await collection.plan();
    await database.outbox.consume(10, async (messages) =>
      messages.map(({ id: messageId }) => ({ messageId, failure: 'nobody understands it' })),
    );
    expect(await database.outbox.backlog()).toMatchObject({ pending: 0, setAside: 2 });
    await look();
    expect(queue.queued).toMatchObject([{ job: { kind: 'window', windowId } }]);
  });

  it('leaves alone what is on its way, is worked on, or has ended', async () => {
    const { collection, database, relay, queue, look } = recovering(collectingFrom(2));
    await collection.complete();
    await relay();
    const { windowId } = await collection.plan();
    expect(await look()).toEqual([]);
    await relay();
    const before = database.read();
    expect(await look()).toEqual([]);
    expect(database.read()).toEqual(before);
    expect(queue.queued).toMatchObject([{ job: { windowId } }]);
  });

  it('looks through all that is open', async () => {
    const { database, queue, look } = recovering();
    const run = aRun();
    await database.unitOfWork.run(async ({ collections }) => {
      await collections.addRun(run);
      await collections.startRun(run.id, at(0), 1_000);
      await collections.addWindows(Array.from({ length: 201 }, () => aWindow({ runId: run.id })));
    });
    expect(await look()).toHaveLength(201);
    expect(queue.queued).toHaveLength(201);
  });

  it('is done once a minute, by one of all workers, and again if that one fails', async () => {
    const { collection, queue, look, lookAgain } = recovering();
    await collection.plan();
    await drain(collection.database.outbox);
    const { fateOf } = queue;
    queue.fateOf = () => Promise.reject(new Error('no queue'));
    await expect(look()).rejects.toThrow('no queue');
    queue.fateOf = fateOf;
    expect(await lookAgain()).toEqual([]);
    expect(await look()).toHaveLength(1);
    queue.forget();
    expect(await lookAgain()).toEqual([]);
    expect(await look()).toHaveLength(1);
  });
});
