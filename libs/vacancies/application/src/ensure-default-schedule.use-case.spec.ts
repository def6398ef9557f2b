import { at, FixedIntervalCron, InMemoryVacancyDatabase, SequentialIds } from '@job-scope/vacancies-testing';
import { EnsureDefaultSchedule } from './ensure-default-schedule.use-case';

const ensuring = () => {
  const database = new InMemoryVacancyDatabase();
  const ensure = new EnsureDefaultSchedule(
    database.unitOfWork,
    new FixedIntervalCron(),
    { now: () => at(1) },
    new SequentialIds(),
  );
  return { ensure, schedules: () => [...database.read().schedules.values()] };
};

describe('EnsureDefaultSchedule', () => {
  it('C-1, C-2: stores a schedule that collects everything', async () => {
    const { ensure, schedules } = ensuring();
    await ensure.execute({ cron: 'every 60000 ms', timeZone: 'Europe/Moscow' });
    expect(schedules()).toMatchObject([
      {
        name: 'default',
        source: 'headhunter',
        query: {},
        paused: false,
        timeZone: 'Europe/Moscow',
        nextFireAt: at(60),
      },
    ]);
  });

  it('never changes the one that is there', async () => {
    const { ensure, schedules } = ensuring();
    await ensure.execute({ cron: 'every 60000 ms', timeZone: 'Europe/Moscow' });
    await ensure.execute({ cron: 'every 1000 ms', timeZone: 'Etc/UTC' });
    expect(schedules()).toMatchObject([{ cron: 'every 60000 ms', timeZone: 'Europe/Moscow' }]);
  });

  it('refuses what is no cron expression', async () => {
    const { ensure, schedules } = ensuring();
    await expect(ensure.execute({ cron: 'often', timeZone: 'Etc/UTC' })).resolves.toMatchObject({
      ok: false,
      error: { code: 'schedules.invalid', fields: [{ pointer: '/cron' }] },
    });
    expect(schedules()).toEqual([]);
  });
});
