import type { Schedule } from '@job-scope/vacancies-domain';
import fc from 'fast-check';
import { at } from '@job-scope/vacancies-testing';
import { scheduling } from './schedules.fixture';

const DAY = 86_400;

/** A schedule whose first times have been served, each by a run that has ended. */
const served = async (seconds: readonly number[], policy: Partial<Schedule> = {}) => {
  const world = await scheduling(policy);
  for (const second of seconds) {
    await world.fire(at(second));
    await world.finishRuns();
  }
  const known = async () => (await world.fires()).map((fire) => (fire.at.getTime() - at(0).getTime()) / 1_000);
  return { ...world, known };
};

describe('ForgetOldFires', () => {
  it('forgets what is older than it is to be known, and nothing else', async () => {
    const { forget, known, runs } = await served([0, 60, 120, 180]);
    expect(await forget(at(DAY + 61))).toBe(2);
    expect(await known()).toEqual([120, 180]);
    expect(await forget(at(DAY + 61))).toBe(0);
    expect(runs()).toHaveLength(4);
  });

  it('always knows the last time of a schedule', async () => {
    const { forget, known, schedule } = await served([0, 60]);
    await forget(at(9 * DAY));
    expect(await known()).toEqual([60]);
    expect(await schedule()).toMatchObject({ lastFire: { at: at(60) } });
  });

  it('goes on until nothing is left that is too old, or it is stopped', async () => {
    const { database, stored, forget, fires } = await scheduling({});
    const fire = { outcome: 'skipped-overlap', runId: null, recordedAt: at(0) } as const;
    await database.unitOfWork.run(async ({ schedules }) => {
      for (let minute = 0; minute < 2_002; minute++) {
        await schedules.recordFire(stored[0]?.id ?? '', { ...fire, at: at(minute * 60) });
      }
    });
    expect(await forget(at(9 * DAY), AbortSignal.abort())).toBe(0);
    expect(await forget(at(9 * DAY))).toBe(2_001);
    expect(await fires()).toHaveLength(1);
  });
});

describe('a time whose fire is forgotten', () => {
  it.each(['fire-once', 'skip'] as const)(
    'C-2: is not made up for under the policy "%s", even if the schedule still shows it',
    async (misfire) => {
      const policy = { misfire, misfireToleranceSeconds: 30 * DAY };
      const { fire, forget, moveBack, known, runs, schedule } = await served([0, 60, 120, 180], policy);
      await forget(at(DAY + 121));
      for (const second of [0, 60, 120]) {
        await moveBack(at(second));
        expect(await fire(at(190))).toEqual({ served: [], failed: [] });
        expect(await schedule()).toMatchObject({ nextFireAt: at(240) });
      }
      expect(await known()).toEqual([180]);
      expect(runs()).toHaveLength(4);
    },
  );

  it('C-2: is served once, whatever is forgotten, and however far a schedule is moved back', async () => {
    const step = fc.record({
      pause: fc.integer({ min: 1, max: 200 }),
      forget: fc.option(fc.nat(2_000), { nil: undefined }),
      back: fc.option(fc.nat(20), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const { fire, fires, finishRuns, forget, moveBack } = await scheduling({});
        const runOf = new Map<number, string | null>();
        let now = 0;
        for (const { pause, forget: age, back } of steps) {
          now += pause;
          if (back !== undefined) await moveBack(at(Math.floor(now / 60) * 60 - back * 60));
          await fire(at(now));
          await finishRuns();
          for (const { at: time, runId } of await fires()) {
            expect(runOf.get(time.getTime()) ?? runId).toBe(runId);
            runOf.set(time.getTime(), runId);
          }
          if (age !== undefined) await forget(at(DAY + now - age));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not keep one from being served that has waited for long', async () => {
    const { fire, fires, forget, runs } = await scheduling({ overlap: 'queue' });
    for (const second of [0, 60, 120]) await fire(at(second));
    await forget(at(9 * DAY));
    expect((await fires()).map(({ outcome }) => outcome)).toEqual(['queued', 'skipped-overlap']);
    expect(runs()).toHaveLength(1);
  });
});
