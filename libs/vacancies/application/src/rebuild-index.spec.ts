import { POISON } from '@job-scope/vacancies-testing';
import { Indexing, REQUESTER } from './indexing.fixture';

const titles = (count: number) => Array.from({ length: count }, (_, index) => `title ${index}`);

describe('a rebuild', () => {
  it('puts all that is stored into a new index, and drops the old one', async () => {
    const indexing = new Indexing();
    await indexing.index.prepare();
    await indexing.store(...titles(1_201));
    await indexing.loseMessages();
    const operation = await indexing.run('rebuild');
    expect(operation).toMatchObject({ status: 'succeeded', processed: 1_201, total: 1_201, failure: null });
    expect(indexing.found()).toHaveLength(1_201);
    expect([...indexing.shared.indexes.keys()]).toEqual([operation.target]);
  });

  it('is searched only when it is whole', async () => {
    const indexing = new Indexing();
    await indexing.index.prepare();
    await indexing.store('a', 'b');
    await indexing.relay();
    await indexing.request('rebuild');
    const advancer = indexing.advancer();
    for (let step = 0; step < 4; step += 1) {
      expect(indexing.found()).toEqual(['a', 'b']);
      await advancer.execute();
    }
    expect(await advancer.execute()).toBe('waiting');
    expect(indexing.shared.indexes.size).toBe(2);
  });

  it('loses nothing that is written meanwhile, before each of its steps', async () => {
    for (let step = 0; step < 6; step += 1) {
      const indexing = new Indexing();
      await indexing.index.prepare();
      await indexing.store('a', 'b');
      await indexing.relay();
      await indexing.request('rebuild');
      const advancer = indexing.advancer();
      for (let taken = 0; taken < step; taken += 1) await advancer.execute();
      await indexing.store('a', 'changed', 'new');
      await indexing.relay();
      await indexing.finish();
      expect(indexing.found()).toEqual(['a', 'changed', 'new']);
      expect((await indexing.run('check')).drift).toMatchObject({ missing: 0, stale: 0, surplus: 0, ahead: 0 });
    }
  });

  it('goes on where a worker was killed, between and in the middle of its steps', async () => {
    for (let killedAt = 0; killedAt < 6; killedAt += 1) {
      const indexing = new Indexing();
      await indexing.index.prepare();
      await indexing.store(...titles(3));
      await indexing.request('rebuild');
      for (let taken = 0; taken < killedAt; taken += 1) await indexing.advancer().execute();
      // The engine has done its part, but the transaction that says so is not committed.
      const { run } = indexing.database.unitOfWork;
      const killed = indexing.advancer();
      Object.assign(indexing.database.unitOfWork, {
        run: (work: Parameters<typeof run>[0]) =>
          run(async (tx) => {
            await work(tx);
            throw new Error('killed');
          }),
      });
      await expect(killed.execute()).rejects.toThrow('killed');
      Object.assign(indexing.database.unitOfWork, { run });
      await indexing.finish();
      expect((await indexing.latest()).status).toBe('succeeded');
      expect(indexing.found()).toHaveLength(3);
      expect(indexing.shared.indexes.size).toBe(1);
    }
  });

  it('V-9: puts aside what the new index refuses, and succeeds', async () => {
    const indexing = new Indexing();
    await indexing.store('a', POISON);
    await indexing.loseMessages();
    expect(await indexing.run('rebuild')).toMatchObject({ status: 'succeeded' });
    const { indexes } = await indexing.status();
    expect(indexes).toMatchObject([
      { documents: 1, refused: 1, refusals: [{ reason: 'the title cannot be indexed' }] },
    ]);
    await indexing.store('a', 'b');
    await indexing.loseMessages();
    await indexing.run('rebuild');
    expect(await indexing.status()).toMatchObject({ indexes: [{ documents: 2, refused: 0 }] });
  });

  it('is given up when the new index lacks what it should hold: searches keep the old one', async () => {
    const indexing = new Indexing();
    await indexing.index.prepare();
    await indexing.store('a', 'b');
    await indexing.relay();
    const { live } = indexing.shared;
    await indexing.request('rebuild');
    const administration = Object.assign(indexing.indexOf(1), { documentsOf: async () => 1 });
    const advancer = indexing.advancer(indexing.index, administration);
    while ((await advancer.execute()) !== 'idle');
    const failure = 'the new index holds 1 of 2 vacancies; 0 were refused';
    expect(await indexing.latest()).toMatchObject({ status: 'failed', failure });
    expect([...indexing.shared.indexes.keys()]).toEqual([live]);
    expect(indexing.shared.live).toBe(live);
  });

  it('waits for an engine that is away, tells why, and in the end gives up', async () => {
    const indexing = new Indexing();
    await indexing.request('rebuild');
    const administration = Object.assign(indexing.indexOf(1), {
      beginRebuild: () => Promise.reject(new Error('no search server')),
    });
    const advancer = indexing.advancer(indexing.index, administration);
    await expect(advancer.execute()).rejects.toThrow('no search server');
    expect(await indexing.latest()).toMatchObject({ status: 'requested', failure: 'no search server' });
    for (let count = 1; count < 100; count += 1) await expect(advancer.execute()).rejects.toThrow();
    expect(await advancer.execute()).toBe('idle');
    expect((await indexing.latest()).status).toBe('failed');
  });
});

describe('workers of two versions', () => {
  const next = 2;

  it('rebuild an older index by themselves, once', async () => {
    const indexing = new Indexing();
    await indexing.index.prepare();
    await indexing.store('a');
    await indexing.relay();
    const newer = indexing.indexOf(next);
    const preparer = indexing.preparer(newer);
    expect(await preparer.execute()).toBe(true);
    expect(await preparer.execute()).toBe(true);
    expect(await indexing.advancer().execute()).toBe('idle');
    await indexing.finish(newer);
    expect(await indexing.status(newer)).toMatchObject({ indexes: [{ state: 'ready', version: next, documents: 1 }] });
    expect(indexing.database.read().indexOperations.size).toBe(1);
  });

  it('lose nothing: the older one does not write any more once the newer index is being filled', async () => {
    const indexing = new Indexing();
    await indexing.index.prepare();
    await indexing.store('a');
    await indexing.relay();
    const newer = indexing.indexOf(next);
    await indexing.request('rebuild', newer);
    await indexing.advancer(newer).execute();
    await indexing.store('changed');
    await expect(indexing.relay()).rejects.toThrow('no index of version 1');
    expect(indexing.found()).toEqual(['a']);
    await indexing.relay(newer);
    await indexing.finish(newer);
    expect(indexing.found()).toEqual(['changed']);
  });

  it('leave a newer index alone, until they are told otherwise', async () => {
    const indexing = new Indexing();
    const newer = indexing.indexOf(next);
    await newer.prepare();
    await indexing.store('a');
    await indexing.preparer().execute();
    expect(indexing.database.read().indexOperations.size).toBe(0);
    expect((await indexing.run('rebuild')).status).toBe('succeeded');
    expect(await indexing.status()).toMatchObject({ indexes: [{ state: 'ready', version: 1, documents: 1 }] });
  });

  it('do not wait for a version whose workers are gone', async () => {
    const indexing = new Indexing();
    const newer = indexing.indexOf(next);
    await indexing.request('rebuild', newer);
    expect((await indexing.run('rebuild')).status).toBe('succeeded');
    const [given] = [...indexing.database.read().indexOperations.values()];
    expect(given).toMatchObject({ status: 'failed', failure: 'given up for an operation of version 1' });
  });
});

describe('preparing', () => {
  it('makes an index at once when nothing is stored', async () => {
    const indexing = new Indexing();
    expect(await indexing.preparer().execute()).toBe(true);
    expect(await indexing.status()).toMatchObject({ lastOperation: null, indexes: [{ state: 'ready' }] });
  });

  it('fills an index that came after the vacancies', async () => {
    const indexing = new Indexing();
    await indexing.store('a');
    await indexing.loseMessages();
    await indexing.preparer().execute();
    await indexing.finish();
    expect(indexing.found()).toEqual(['a']);
  });

  it('comes again while another operation is under way', async () => {
    const indexing = new Indexing();
    await indexing.store('a');
    await indexing.request('check');
    const preparer = indexing.preparer();
    expect(await preparer.execute()).toBe(false);
    await indexing.finish();
    expect(await preparer.execute()).toBe(true);
  });
});

describe('other operations', () => {
  it('create makes what is missing, and leaves what is there', async () => {
    const indexing = new Indexing();
    await indexing.store('a');
    expect((await indexing.run('create')).target).not.toBeNull();
    const { live } = indexing.shared;
    expect(await indexing.run('create')).toMatchObject({ status: 'succeeded', target: null });
    expect(indexing.shared.live).toBe(live);
  });

  it('delete leaves nothing to find', async () => {
    const indexing = new Indexing();
    await indexing.index.prepare();
    expect((await indexing.run('delete')).status).toBe('succeeded');
    expect(await indexing.status()).toMatchObject({ indexes: [{ state: 'absent', documents: 0 }] });
  });

  it('come one at a time, for an engine that is there, and are written down', async () => {
    const indexing = new Indexing();
    const asked = await indexing.request('check');
    expect(asked).toMatchObject({ ok: true, value: { kind: 'check', repair: false, requestedBy: 'ann' } });
    expect(await indexing.request('rebuild')).toEqual({ ok: false, error: { code: 'search-index.busy' } });
    const trail = await indexing.database.trail.list({ limit: 9 });
    expect(trail).toMatchObject([{ action: 'search-index.check', actor: { id: REQUESTER.userId } }]);
  });
});
