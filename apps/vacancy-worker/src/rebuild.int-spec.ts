import { describeBothEngines } from './both-engines.fixture';
import { range, type Database, type EngineUnderTest, type RealIndexing } from './indexing.fixture';

// Each test fills an index; on a busy machine that takes longer than a test usually may.
jest.setTimeout(120_000);

const STORED = 1_100;
const MOST_PENDING = 500;
const AGREES = { missing: 0, stale: 0, surplus: 0, ahead: 0, refused: 0, waiting: 0, repaired: 0, samples: {} };

describeBothEngines((underTest) => {
  let dataSource: Database;
  let engine: EngineUnderTest;
  let indexing: RealIndexing;

  beforeEach(async () => {
    ({ dataSource, engine, indexing } = underTest());
    await indexing.store(range(STORED), 'cook');
    await indexing.drain();
    await engine.indexer.refresh();
  });

  it('V-8: a rebuild while vacancies are collected fails no search, and index and database agree at the end', async () => {
    const id = await indexing.request('rebuild');
    let done = false;
    let round = 0;
    const write = async () => {
      while (!done) {
        // A writer who never waits for the relay leaves it ever more to deliver afterwards.
        if ((await indexing.pending()) > MOST_PENDING) continue;
        await indexing.store(range(50, (round * 37) % STORED), `round ${round}`);
        await indexing.store(range(10, STORED + round * 10), 'new');
        round += 1;
      }
    };
    const relay = async () => {
      const deliver = indexing.relay();
      while (!done) await deliver();
    };
    const seen: number[] = [];
    const search = async () => {
      while (!done) seen.push(await indexing.found());
    };
    const around = [write(), relay(), search()];
    const rebuild = await indexing.finish(id).finally(() => (done = true));
    await Promise.all(around);
    expect(rebuild).toMatchObject({ status: 'succeeded', failure: null });
    expect(round).toBeGreaterThan(1);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(STORED);

    await indexing.drain();
    await engine.indexer.refresh();
    expect(await indexing.check()).toEqual(AGREES);
    expect(await indexing.found()).toBe(STORED + round * 10);
  });

  it('two workers share a rebuild, and what one leaves in the middle of a step the other does again', async () => {
    const id = await indexing.request('rebuild');
    const { unitOfWork } = indexing;
    const dying = Object.assign(Object.create(unitOfWork) as typeof unitOfWork, {
      run: (work: Parameters<typeof unitOfWork.run>[0]) =>
        unitOfWork.run(async (tx) => {
          await work(tx);
          throw new Error('killed before the commit');
        }),
    });
    const [one, other] = [indexing.advancer(), indexing.advancer()];
    while ((await indexing.operation(id)).finishedAt === null) {
      await expect(indexing.advancer(dying).execute()).rejects.toThrow('killed');
      await Promise.all([one.execute(), other.execute()]);
    }
    expect(await indexing.operation(id)).toMatchObject({ status: 'succeeded', processed: STORED });
    await engine.indexer.refresh();
    expect(await indexing.check()).toEqual(AGREES);
  });

  it('a check finds what was lost or left over, and repairs it', async () => {
    const [first, second] = await engine.administration.revisionsAfter(null, 2);
    await engine.indexer.remove([first!.id]);
    await indexing.store([700, 800], 'changed');
    const messages = await dataSource.query<{ id: string }[]>('SELECT aggregate_id AS id FROM vacancies.outbox');
    await dataSource.query('DELETE FROM vacancies.outbox');
    await dataSource.query('DELETE FROM vacancies.vacancy_sightings WHERE vacancy_id = $1', [second!.id]);
    await dataSource.query('DELETE FROM vacancies.vacancies WHERE id = $1', [second!.id]);
    await engine.indexer.refresh();
    const stale = messages.map(({ id }) => id);
    const found = { ...AGREES, missing: 1, stale: 2, surplus: 1 };
    const samples = { missing: [first!.id], stale: expect.arrayContaining(stale), surplus: [second!.id] };
    expect(await indexing.check()).toEqual({ ...found, samples });
    expect(await indexing.check(true)).toEqual({ ...found, samples, repaired: 4 });
    await engine.indexer.refresh();
    expect(await indexing.check()).toEqual(AGREES);
  });
});
