import type { Schedule } from '@job-scope/vacancies-domain';
import { at, SequentialIds } from '@job-scope/vacancies-testing';
import { RunSchedule } from './run-schedule.use-case';
import { scheduling } from './schedules.fixture';

const requester = { userId: 'anna', client: { ip: '192.0.2.1', userAgent: null } };

const running = async (...changes: readonly Partial<Schedule>[]) => {
  const world = await scheduling(...changes);
  const { database, stored } = world;
  const hasher = { hash: (text: string) => text };
  const useCase = new RunSchedule(
    database.unitOfWork,
    database.runs,
    hasher,
    { now: () => at(1) },
    new SequentialIds('4a1'),
  );
  const run = (idempotencyKey = 'key', index = 0, userId = 'anna') =>
    useCase.execute({ requester: { ...requester, userId }, scheduleId: stored[index]?.id ?? '', idempotencyKey });
  return { ...world, run };
};

const idOf = (result: Awaited<ReturnType<RunSchedule['execute']>>) => (result.ok ? result.value.id : result.error.code);

describe('RunSchedule', () => {
  it('requests and announces a run, and leaves the times of the schedule as they are', async () => {
    const { run, stored, database, schedule } = await running({ query: { areas: ['1'] }, nextFireAt: at(60) });
    const requested = await run();
    expect(requested).toMatchObject({
      ok: true,
      value: {
        ...{ query: { areas: ['1'] }, status: 'requested', requestedAt: at(1) },
        requestedBy: { kind: 'schedule', id: stored[0]?.id },
      },
    });
    expect([...database.read().outbox.values()].map(({ event }) => event)).toEqual([
      { kind: 'collection-requested', runId: idOf(requested), source: 'headhunter' },
    ]);
    expect(await schedule()).toEqual(stored[0]);
  });

  it('runs also what is paused, and beside a run that is under way', async () => {
    const { run, runs } = await running({ paused: true });
    await run('one');
    await run('two');
    expect(runs()).toHaveLength(2);
  });

  it('makes one run of one key, however often and at once it is sent', async () => {
    const { run, runs, database } = await running({ nextFireAt: at(60) });
    const results = await Promise.all([run(), run(), run()]);
    expect(new Set(results.map(idOf)).size).toBe(1);
    expect([runs().length, database.read().audit.size]).toEqual([1, 1]);
  });

  it('refuses a key that its owner used for another schedule, but not one of another owner', async () => {
    const { run, runs } = await running({}, {});
    await run('key', 0);
    expect(idOf(await run('key', 1))).toBe('collections.idempotency-key-reused');
    await run('key', 1, 'boris');
    expect(runs()).toHaveLength(2);
  });

  it('does not know a schedule that is not there', async () => {
    const { run, runs } = await running();
    expect(idOf(await run())).toBe('schedules.not-found');
    expect(runs()).toEqual([]);
  });

  it('A-16: writes down who wanted it', async () => {
    const { run, stored, database } = await running({ name: 'moscow' });
    const runId = idOf(await run());
    expect([...database.read().audit.values()]).toMatchObject([
      {
        ...{ action: 'schedule.run', actor: { kind: 'user', id: 'anna' }, details: { name: 'moscow', runId } },
        subject: { kind: 'schedule', id: stored[0]?.id },
      },
    ]);
  });
});
