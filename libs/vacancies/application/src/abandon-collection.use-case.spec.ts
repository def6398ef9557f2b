import { AbandonCollection } from './abandon-collection.use-case';
import { clock, Collecting, NEVER, snapshots } from './collecting.fixture';

const failed = (detail: string) => ({ reason: 'job.failed', detail, attempts: 8 }) as const;

const abandoning = () => {
  const collection = new Collecting();
  collection.world.vacancies = snapshots(2);
  return { collection, abandon: new AbandonCollection(collection.database.unitOfWork, clock) };
};

describe('AbandonCollection', () => {
  it('fails the window, and with it the run', async () => {
    const { collection, abandon } = abandoning();
    const { runId, windowId } = await collection.plan();
    await abandon.execute({ runId, windowId, ...failed('it killed every worker') });
    expect(collection.window(windowId)?.state).toBe('failed');
    expect(collection.run(runId)).toMatchObject({
      outcome: 'failed',
      reason: 'a window could not be collected: it killed every worker',
    });
  });

  it('fails a run that could not be planned', async () => {
    const { collection, abandon } = abandoning();
    const runId = await collection.request();
    await abandon.execute({ runId, windowId: null, ...failed('no database') });
    expect(collection.run(runId)).toMatchObject({
      outcome: 'failed',
      reason: 'the run could not be planned: no database',
    });
  });

  it('leaves alone what has ended well, or was planned after all', async () => {
    const { collection, abandon } = abandoning();
    const { runId, windowId } = await collection.plan();
    await abandon.execute({ runId, windowId: null, ...failed('late') });
    expect(collection.run(runId)?.status).toBe('collecting');
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    const before = collection.database.read();
    await abandon.execute({ runId, windowId, ...failed('late') });
    expect(collection.database.read()).toEqual(before);
  });

  it('does nothing about what is not stored', async () => {
    const { abandon } = abandoning();
    await expect(abandon.execute({ runId: 'nobody', windowId: 'nothing', ...failed('') })).resolves.toBe(false);
    await expect(abandon.execute({ runId: 'nobody', windowId: null, ...failed('') })).resolves.toBe(false);
  });
});
