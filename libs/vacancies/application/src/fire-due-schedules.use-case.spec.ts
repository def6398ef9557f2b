import type { VacancyTransaction } from '@job-scope/vacancies-ports';
import { at, aSchedule, FixedIntervalCron, InMemoryVacancyDatabase, SequentialIds } from '@job-scope/vacancies-testing';
import { FireDueSchedules } from './fire-due-schedules.use-case';
import { EVERY_MINUTE, scheduling } from './schedules.fixture';

describe('FireDueSchedules', () => {
  it('C-2: requests and announces a run for a schedule that is due', async () => {
    const query = { areas: ['1'] };
    const { database, stored, fire, runs, schedule, fires } = await scheduling({ name: 'moscow', query });
    const { served, failed } = await fire(at(1));
    const [run] = runs();
    expect(run).toMatchObject({
      source: 'headhunter',
      query,
      status: 'requested',
      requestedBy: { kind: 'schedule', scheduleId: stored[0]?.id },
      requestedAt: at(1),
    });
    expect(served).toEqual([{ schedule: 'moscow', outcome: 'fired', runId: run?.id, lagMs: 1_000 }]);
    expect(failed).toEqual([]);
    expect([...database.read().outbox.values()].map(({ event }) => event)).toEqual([
      { kind: 'collection-requested', runId: run?.id, source: 'headhunter' },
    ]);
    expect(await schedule()).toMatchObject({ nextFireAt: at(60), dueAt: at(60), revision: 1 });
    expect(await fires()).toEqual([{ at: at(0), outcome: 'fired', runId: run?.id, recordedAt: at(1) }]);
  });

  it('fires nothing before its time, and nothing that is paused', async () => {
    const { fire, runs } = await scheduling({ nextFireAt: at(2) }, { paused: true });
    expect(await fire(at(1))).toEqual({ served: [], failed: [] });
    expect(runs()).toEqual([]);
  });

  it('fires no earlier than the jitter says, and goes on from the time, not from the delay', async () => {
    const { fire, runs, schedule } = await scheduling({ jitterSeconds: 50, nextFireAt: at(0), dueAt: at(40) });
    await fire(at(39));
    expect(runs()).toEqual([]);
    await fire(at(40));
    expect(runs()).toHaveLength(1);
    const { nextFireAt, dueAt } = await schedule();
    expect(nextFireAt).toEqual(at(60));
    expect(dueAt.getTime()).toBeGreaterThan(at(60).getTime());
    expect(dueAt.getTime()).toBeLessThanOrEqual(at(110).getTime());
  });

  it('C-2: fires each time once, however many schedulers run and however their clocks differ', async () => {
    const { fire, finishRuns, fires } = await scheduling({}, {});
    for (let tick = 0; tick <= 300; tick += 10) {
      await Promise.all([-30, 0, 30].map((skew) => fire(at(tick + skew))));
      await finishRuns();
    }
    // The scheduler whose clock is fastest is the first to reach a time.
    const times = [0, 60, 120, 180, 240, 300];
    for (const schedule of [0, 1]) {
      expect((await fires(schedule)).map(({ at: time, outcome }) => [time, outcome])).toEqual(
        times.map((second) => [at(second), 'fired']),
      );
    }
  });

  it('does not fire a time again that was served, even if the schedule still shows it', async () => {
    const { fire, moveBack, runs, schedule, finishRuns } = await scheduling({});
    await fire(at(1));
    await finishRuns();
    await moveBack(at(0));
    expect(await fire(at(2))).toEqual({ served: [], failed: [] });
    expect(runs()).toHaveLength(1);
    expect(await schedule()).toMatchObject({ nextFireAt: at(60) });
  });

  it('names a schedule that it cannot read, and fires the others', async () => {
    const { fire, runs } = await scheduling(
      { name: 'odd', cron: 'now and then', nextFireAt: at(-1) },
      { name: 'even' },
    );
    const reason = expect.objectContaining({ message: 'its cron cannot be read' });
    expect(await fire(at(1))).toMatchObject({
      served: [{ schedule: 'even' }],
      failed: [{ schedule: 'odd', reason }],
    });
    expect(runs()).toHaveLength(1);
  });
});

describe('a transaction that fails', () => {
  const broken = (breaking: (tx: VacancyTransaction) => Partial<VacancyTransaction['schedules']>) => {
    class Broken extends InMemoryVacancyDatabase {
      isBroken = false;
      protected override transact<T>(work: (tx: VacancyTransaction) => Promise<T>): Promise<T> {
        if (!this.isBroken) return super.transact(work);
        return super.transact((tx) =>
          work({ ...tx, schedules: Object.assign(Object.create(tx.schedules), breaking(tx)) }),
        );
      }
    }
    return new Broken();
  };

  const firing = async (database: ReturnType<typeof broken>) => {
    const schedules = ['first', 'second'].map((name) => aSchedule({ name, cron: EVERY_MINUTE }));
    await database.unitOfWork.run(async (tx) => {
      for (const schedule of schedules) await tx.schedules.add(schedule);
    });
    database.isBroken = true;
    const clock = { now: () => at(1) };
    return new FireDueSchedules(database.unitOfWork, new FixedIntervalCron(), clock, new SequentialIds('d00'));
  };

  it('leaves nothing of the fire, and does not keep other schedules from firing', async () => {
    let failures = 1;
    const database = broken((tx) => ({
      advance: (...progress) => {
        if (failures-- > 0) throw new Error('a defect');
        return tx.schedules.advance(...progress);
      },
    }));
    const fire = await firing(database);
    const signal = new AbortController().signal;
    expect(await fire.execute(signal)).toMatchObject({
      served: [{ schedule: 'second', outcome: 'fired' }],
      failed: [{ schedule: 'first' }],
    });
    expect(database.read().runs.size).toBe(1);
    expect(await fire.execute(signal)).toMatchObject({ served: [{ schedule: 'first', outcome: 'fired' }], failed: [] });
  });

  it('is an outage when there is no schedule to blame', async () => {
    const database = broken(() => ({ lockNextDue: () => Promise.reject(new Error('no database')) }));
    const fire = await firing(database);
    await expect(fire.execute(new AbortController().signal)).rejects.toThrow('no database');
  });

  it('is not begun once the scheduler is told to stop', async () => {
    const stopping = new AbortController();
    const database = broken((tx) => ({
      recordFire: (...fire) => {
        stopping.abort();
        return tx.schedules.recordFire(...fire);
      },
    }));
    const fire = await firing(database);
    expect((await fire.execute(stopping.signal)).served).toHaveLength(1);
    expect(database.read().runs.size).toBe(1);
  });
});
