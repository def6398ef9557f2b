import { EVERYTHING } from '@job-scope/vacancies-domain';
import { SequentialIds } from '@job-scope/vacancies-testing';
import { clock, Collecting, LIMITS } from './collecting.fixture';
import { PlanCollection } from './plan-collection.use-case';

const planning = () => {
  const collecting = new Collecting();
  const plan = new PlanCollection(collecting.database.unitOfWork, clock, new SequentialIds('c02'), LIMITS);
  const windows = () => [...collecting.database.read().windows.values()];
  const announced = () =>
    [...collecting.database.read().outbox.values()]
      .map(({ event }) => event)
      .filter(({ kind }) => kind === 'window-planned');
  return { collecting, plan, windows, announced };
};

describe('PlanCollection', () => {
  it('starts the run, and announces every window that it plans', async () => {
    const { collecting, plan, windows, announced } = planning();
    const runId = await collecting.request({ areas: ['1'] });

    expect(await plan.execute({ runId, attempt: 1 })).toEqual({ ok: true, value: 'planned' });

    expect(collecting.run(runId)).toMatchObject({ status: 'collecting', startedAt: clock.now() });
    expect(windows()).toMatchObject([{ runId, state: 'planned', cursor: null, slice: EVERYTHING }]);
    expect(announced()).toEqual([{ kind: 'window-planned', runId, source: 'headhunter', windowId: windows()[0]?.id }]);
    expect(collecting.eventTypes(runId)).toEqual(['started', 'planned']);
  });

  it('plans a run only once, however often it is asked to', async () => {
    const { collecting, plan, windows, announced } = planning();
    const runId = await collecting.request();

    await Promise.all([1, 2, 3].map(() => plan.execute({ runId, attempt: 1 })));

    expect(windows()).toHaveLength(1);
    expect(announced()).toHaveLength(1);
    expect(collecting.eventTypes(runId)).toEqual(['started', 'planned']);
  });

  it('ends a run whose stored query is not valid any more, says why, and keeps it as a dead letter', async () => {
    const { collecting, plan, windows } = planning();
    const runId = await collecting.request({ colour: ['2.133'] } as never);

    expect(await plan.execute({ runId, attempt: 2 })).toEqual({ ok: true, value: 'failed' });

    const { reason } = collecting.run(runId) ?? {};
    expect(reason).toMatch(/^the run could not be planned: the query is not valid: \/query\/colour /);
    expect(collecting.run(runId)).toMatchObject({ status: 'finished', outcome: 'failed' });
    expect(windows()).toEqual([]);
    expect(collecting.eventTypes(runId)).toEqual(['finished']);
    const detail = reason?.replace('the run could not be planned: ', '');
    expect([...collecting.database.read().deadLetters.values()]).toMatchObject([
      { runId, windowId: null, reason: 'collections.invalid-query', detail, attempts: 2, failedAt: clock.now() },
    ]);
  });

  it('knows no run that was never requested', async () => {
    const { plan } = planning();
    await expect(plan.execute({ runId: 'nobody', attempt: 1 })).resolves.toEqual({
      ok: false,
      error: { code: 'collections.not-found' },
    });
  });
});
