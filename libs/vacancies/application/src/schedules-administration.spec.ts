import { at, FixedIntervalCron, InMemoryVacancyDatabase, SequentialIds } from '@job-scope/vacancies-testing';
import { ChangeSchedule } from './change-schedule.use-case';
import { CreateSchedule } from './create-schedule.use-case';
import { DeleteSchedule } from './delete-schedule.use-case';
import { GetSchedule } from './get-schedule.query';
import { ListSchedules } from './list-schedules.query';
import { PauseSchedule } from './pause-schedule.use-case';
import { ResumeSchedule } from './resume-schedule.use-case';
import type { ScheduleWishInput } from './schedule-wish';
import { aRunOf, EVERY_MINUTE } from './schedules.fixture';

const requester = { userId: 'anna', client: { ip: '192.0.2.1', userAgent: 'a browser' } };
const WISH: ScheduleWishInput = {
  name: 'moscow',
  source: 'headhunter',
  query: { areas: ['1'] },
  cron: EVERY_MINUTE,
  timeZone: 'Europe/Moscow',
};

const anOffice = () => {
  const database = new InMemoryVacancyDatabase();
  const { unitOfWork, schedules } = database;
  const cron = new FixedIntervalCron();
  const time = { now: at(1) };
  const clock = { now: () => time.now };
  const creating = new CreateSchedule(unitOfWork, cron, clock, new SequentialIds('5c0'));
  const changing = new ChangeSchedule(unitOfWork, cron, clock);
  const deleting = new DeleteSchedule(unitOfWork, clock);
  const getting = new GetSchedule(schedules, cron);
  return {
    ...{ database, time },
    create: (wish: Partial<ScheduleWishInput> = {}, paused = false) =>
      creating.execute({ requester, wish: { ...WISH, ...wish }, paused }),
    /** Creates one and gives its identifier. */
    created: async (wish: Partial<ScheduleWishInput> = {}, paused = false) => {
      const made = await creating.execute({ requester, wish: { ...WISH, ...wish }, paused });
      if (!made.ok) throw new Error(made.error.code);
      return made.value.id;
    },
    change: (scheduleId: string, change: Partial<ScheduleWishInput>, expectedRevision?: number) =>
      changing.execute({ requester, scheduleId, change, expectedRevision }),
    pause: (scheduleId: string) => new PauseSchedule(unitOfWork, clock).execute({ requester, scheduleId }),
    resume: (scheduleId: string) => new ResumeSchedule(unitOfWork, cron, clock).execute({ requester, scheduleId }),
    remove: (scheduleId: string, expectedRevision?: number) =>
      deleting.execute({ requester, scheduleId, expectedRevision }),
    get: async (id: string) => {
      const got = await getting.execute(id);
      return got.ok ? got.value : undefined;
    },
    list: () => new ListSchedules(schedules).execute({ limit: 9 }),
    audit: () => [...database.read().audit.values()].map(({ action, details }) => [action, details]),
  };
};

const NOWHERE = new SequentialIds('bad').next();
const notFound = { ok: false, error: { code: 'schedules.not-found' } };

describe('CreateSchedule', () => {
  it('stores a schedule with what nobody has decided as it is by default', async () => {
    const { create, get } = anOffice();
    const made = await create({ jitterSeconds: undefined });
    expect(made).toEqual({
      ok: true,
      value: {
        ...{
          id: expect.any(String),
          ...WISH,
          description: null,
          mode: 'full',
          maxRequests: null,
          jitterSeconds: 0,
          overlap: 'skip',
        },
        ...{ misfire: 'fire-once', misfireToleranceSeconds: 300, paused: false, revision: 1 },
        ...{ nextFire: { at: at(60), dueAt: at(60) }, waitingFireAt: null, lastFire: null },
        ...{ createdAt: at(1), updatedAt: at(1) },
      },
    });
    expect(await get(made.ok ? made.value.id : '')).toMatchObject(made.ok ? made.value : {});
  });

  it('refuses a name that is taken', async () => {
    const { created, create, database } = anOffice();
    await created();
    const error = { code: 'schedules.name-taken', fields: [{ pointer: '/name' }] };
    expect(await create()).toMatchObject({ ok: false, error });
    expect(database.read().audit.size).toBe(1);
  });

  it.each<[string, Partial<ScheduleWishInput>]>([
    ['/query/texts', { query: { texts: 'a' } }],
    ['/cron', { cron: 'now and then' }],
    ['/cron', { cron: 'every 59000 ms' }],
    ['/jitterSeconds', { jitterSeconds: 60 }],
    ['/overlap', { overlap: 'never' }],
  ])('names %s in its refusal of %j, and stores nothing', async (pointer, wish) => {
    const { create, database } = anOffice();
    const error = { code: 'schedules.invalid', fields: [{ pointer }] };
    expect(await create(wish)).toMatchObject({ ok: false, error });
    expect(database.read()).toEqual(new InMemoryVacancyDatabase().read());
  });
});

describe('ChangeSchedule', () => {
  it('changes what is named and nothing else', async () => {
    const { created, change, get } = anOffice();
    const id = await created({ description: 'as it was' });
    const changed = await change(id, { name: 'kazan', query: { areas: ['88'] }, jitterSeconds: 30 });
    expect(changed).toMatchObject({ ok: true, value: { name: 'kazan', query: { areas: ['88'] }, revision: 2 } });
    expect(await get(id)).toMatchObject({ description: 'as it was', cron: EVERY_MINUTE, jitterSeconds: 30 });
  });

  it('goes by another expression from now on', async () => {
    const { created, change, time } = anOffice();
    const id = await created();
    time.now = at(90);
    const changed = await change(id, { cron: 'every 3600000 ms' });
    expect(changed).toMatchObject({ value: { nextFire: { at: at(3_600) }, updatedAt: at(90) } });
  });

  it('keeps the next time, even if it is overdue, when the times stay the same', async () => {
    const { created, change, time } = anOffice();
    const id = await created();
    time.now = at(90);
    expect(await change(id, { overlap: 'queue' })).toMatchObject({
      value: { nextFire: { at: at(60), dueAt: at(60) } },
    });
  });

  it('changes and writes down nothing when all is as it is wished', async () => {
    const { created, change, audit } = anOffice();
    const id = await created({ query: { text: 'a', areas: ['1'] } });
    const same = { name: 'moscow', description: '', query: { areas: ['1'], text: 'a' }, jitterSeconds: 0 };
    expect(await change(id, same)).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(audit()).toHaveLength(1);
  });

  it('refuses another revision than the one that was read, a taken name, what is wrong, and what is not there', async () => {
    const { created, change, get } = anOffice();
    const [id] = [await created(), await created({ name: 'kazan' })];
    await change(id, { description: 'first' }, 1);
    expect(await change(id, { description: 'second' }, 1)).toMatchObject({
      error: { code: 'schedules.changed-meanwhile' },
    });
    expect(await change(id, { name: 'kazan' }, 2)).toMatchObject({ error: { code: 'schedules.name-taken' } });
    expect(await change(id, { timeZone: '' }, 2)).toMatchObject({ error: { fields: [{ pointer: '/timeZone' }] } });
    expect(await change(id, { cron: 'every 1 ms' }, 2)).toMatchObject({ error: { fields: [{ pointer: '/cron' }] } });
    expect(await change(NOWHERE, {})).toEqual(notFound);
    expect(await get(id)).toMatchObject({ description: 'first', name: 'moscow', revision: 2 });
  });
});

describe('PauseSchedule and ResumeSchedule', () => {
  it('stop the times and let them go on from the next one', async () => {
    const { created, pause, resume, get, time } = anOffice();
    const id = await created();
    expect(await pause(id)).toMatchObject({ ok: true, value: { paused: true, nextFire: null, revision: 2 } });
    expect(await get(id)).toMatchObject({ nextFires: [] });
    time.now = at(3_601);
    const resumed = await resume(id);
    expect(resumed).toMatchObject({ ok: true, value: { paused: false, nextFire: { at: at(3_660) }, revision: 3 } });
  });

  it('do nothing a second time', async () => {
    const { created, pause, resume, audit } = anOffice();
    const id = await created();
    expect(await resume(id)).toMatchObject({ value: { revision: 1 } });
    await pause(id);
    expect(await pause(id)).toMatchObject({ value: { revision: 2 } });
    expect(audit()).toHaveLength(2);
  });

  it('leave out a time that waits', async () => {
    const { created, pause, database, get } = anOffice();
    const id = await created({ overlap: 'queue' });
    await database.unitOfWork.run(async ({ schedules }) => {
      await schedules.recordFire(id, { at: at(60), outcome: 'queued', runId: null, recordedAt: at(60) });
      await schedules.advance(id, { nextFireAt: at(120), dueAt: at(120), waitingFireAt: at(60) });
    });
    await pause(id);
    const leftOut = { at: at(60), outcome: 'skipped-overlap', runId: null, recordedAt: at(1) };
    expect(await get(id)).toMatchObject({ waitingFireAt: null, lastFires: [leftOut] });
  });

  it('do not know a schedule that is not there', async () => {
    const { pause, resume } = anOffice();
    expect([await pause(NOWHERE), await resume(NOWHERE)]).toEqual([notFound, notFound]);
  });
});

describe('DeleteSchedule', () => {
  it('deletes a schedule, but not its runs', async () => {
    const { created, remove, get, database } = anOffice();
    const id = await created();
    await database.unitOfWork.run((tx) => tx.collections.addRun(aRunOf({ id })));
    expect(await remove(id, 1)).toEqual({ ok: true, value: undefined });
    expect(await get(id)).toBeUndefined();
    expect(database.read().runs.size).toBe(1);
    expect(await remove(id)).toEqual(notFound);
  });

  it('refuses another revision than the one that was meant', async () => {
    const { created, change, remove, get } = anOffice();
    const id = await created();
    await change(id, { description: 'changed' });
    expect(await remove(id, 1)).toMatchObject({ error: { code: 'schedules.changed-meanwhile' } });
    expect(await get(id)).toBeDefined();
  });
});

describe('what superusers see of schedules', () => {
  it('is when they fire next, and what became of their last times', async () => {
    const { created, database, get, list } = anOffice();
    const id = await created({ jitterSeconds: 10 });
    const fires = [0, 1, 2].map((minute) => {
      const outcome = 'skipped-overlap' as const;
      return { at: at(minute * 60), outcome, runId: null, recordedAt: at(minute * 60 + 1) };
    });
    await database.unitOfWork.run(async (tx) => {
      for (const fire of fires) await tx.schedules.recordFire(id, fire);
    });
    const shown = await get(id);
    expect(shown?.nextFires.map((time) => time.at)).toEqual([60, 120, 180, 240, 300].map(at));
    for (const { at: time, dueAt } of shown?.nextFires ?? []) {
      expect(dueAt.getTime() - time.getTime()).toBeGreaterThanOrEqual(0);
      expect(dueAt.getTime() - time.getTime()).toBeLessThanOrEqual(10_000);
    }
    expect(shown?.nextFires[0]).toEqual(shown?.nextFire);
    expect(shown?.lastFires).toEqual([...fires].reverse());
    expect(await list()).toMatchObject({ ok: true, value: { items: [{ id, lastFire: fires[2] }] } });
  });

  it('A-16: is written down when they decide: who, what, when, and from where', async () => {
    const { created, change, pause, resume, remove, audit, database } = anOffice();
    const id = await created();
    await change(id, { cron: 'every 120000 ms', query: {} });
    await pause(id);
    await resume(id);
    await remove(id);
    const about = { name: 'moscow', source: 'headhunter', timeZone: 'Europe/Moscow' };
    expect(audit()).toEqual([
      ['schedule.created', { ...about, cron: EVERY_MINUTE }],
      ['schedule.changed', { cron: 'every 120000 ms', query: '{}' }],
      ['schedule.paused', { name: 'moscow' }],
      ['schedule.resumed', { name: 'moscow' }],
      ['schedule.deleted', { ...about, cron: 'every 120000 ms' }],
    ]);
    for (const event of database.read().audit.values()) {
      expect(event).toMatchObject({
        ...{ at: at(1), actor: { kind: 'user', id: 'anna' }, subject: { kind: 'schedule', id } },
        ...{ ip: '192.0.2.1', userAgent: 'a browser' },
      });
    }
  });
});
