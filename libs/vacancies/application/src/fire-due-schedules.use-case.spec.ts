import { at, aSchedule, FixedIntervalCron, InMemoryVacancyDatabase, SequentialIds } from '@job-scope/vacancies-testing';
import type { Schedule } from '@job-scope/vacancies-domain';
import { FireDueSchedules } from './fire-due-schedules.use-case';

const EVERY_MINUTE = 'every 60000 ms';

const scheduling = async (...schedules: readonly Partial<Schedule>[]) => {
  const database = new InMemoryVacancyDatabase();
  const stored = schedules.map((changes) => aSchedule({ cron: EVERY_MINUTE, ...changes }));
  await database.unitOfWork.run(async (tx) => {
    for (const schedule of stored) await tx.schedules.addIfAbsent(schedule);
  });
  let made = 0;
  /** A scheduler of its own, whose clock shows `now`. */
  const scheduler = (now: Date) =>
    new FireDueSchedules(
      database.unitOfWork,
      new FixedIntervalCron(),
      { now: () => now },
      new SequentialIds(`d${(made++).toString(16).padStart(2, '0')}`),
    );
  const runs = () => [...database.read().runs.values()];
  const nextFires = () => [...database.read().schedules.values()].map(({ nextFireAt }) => nextFireAt);
  return { database, stored, scheduler, runs, nextFires };
};

describe('FireDueSchedules', () => {
  it('requests and announces a run for a schedule that is due', async () => {
    const query = { areas: ['1'] };
    const { database, stored, scheduler, runs, nextFires } = await scheduling({ name: 'moscow', query });
    const { fired, invalid } = await scheduler(at(1)).execute();
    const [run] = runs();
    expect(run).toMatchObject({
      source: 'headhunter',
      query,
      status: 'requested',
      requestedBy: { kind: 'schedule', scheduleId: stored[0]?.id },
      requestedAt: at(1),
    });
    expect(fired).toEqual([{ schedule: 'moscow', runId: run?.id }]);
    expect(invalid).toEqual([]);
    expect([...database.read().outbox.values()].map(({ event }) => event)).toEqual([
      { kind: 'collection-requested', runId: run?.id, source: 'headhunter' },
    ]);
    expect(nextFires()).toEqual([at(60)]);
  });

  it('fires nothing before its time, and nothing that is switched off', async () => {
    const { scheduler, runs } = await scheduling({ nextFireAt: at(2) }, { enabled: false });
    await scheduler(at(1)).execute();
    expect(runs()).toEqual([]);
  });

  it('fires once for all the times that were missed', async () => {
    const { scheduler, runs, nextFires } = await scheduling({});
    await scheduler(at(3_601)).execute();
    await scheduler(at(3_602)).execute();
    expect(runs()).toHaveLength(1);
    expect(nextFires()).toEqual([at(3_660)]);
  });

  it('fires each time once, however many schedulers run and however their clocks differ', async () => {
    const { scheduler, runs } = await scheduling({}, {});
    for (let tick = 0; tick <= 300; tick += 10) {
      await Promise.all([-3, 0, 4].map((skew) => scheduler(at(tick + skew)).execute()));
    }
    // The first scheduler to reach a time fires it: 12:00 to 12:05, for two schedules.
    expect(runs()).toHaveLength(12);
  });

  it('does not fire a time again that was served, even if the schedule still shows it', async () => {
    const { database, stored, scheduler, runs, nextFires } = await scheduling({});
    await scheduler(at(1)).execute();
    await database.unitOfWork.run((tx) => tx.schedules.setNextFire(stored[0]?.id ?? '', at(0)));
    expect(await scheduler(at(2)).execute()).toEqual({ fired: [], invalid: [] });
    expect(runs()).toHaveLength(1);
    expect(nextFires()).toEqual([at(60)]);
  });

  it('reports a schedule that it cannot read, and fires the others', async () => {
    const { scheduler, runs } = await scheduling({ name: 'odd', cron: 'now and then' }, { name: 'even' });
    await expect(scheduler(at(1)).execute()).resolves.toMatchObject({
      fired: [{ schedule: 'even' }],
      invalid: [{ schedule: 'odd', detail: 'cannot read "now and then"' }],
    });
    expect(runs()).toHaveLength(1);
  });
});
