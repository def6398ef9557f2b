import fc from 'fast-check';
import { at } from '@job-scope/vacancies-testing';
import { aRunOf, scheduling } from './schedules.fixture';

type World = Awaited<ReturnType<typeof scheduling>>;

/** What became of the times of the first schedule: seconds after noon, and outcome. */
const outcomes = async ({ fires }: World) =>
  (await fires()).map(({ at: time, outcome }) => [(time.getTime() - at(0).getTime()) / 1_000, outcome]);

describe('a time that comes while a run of the schedule is under way', () => {
  it('C-3: is left out under the policy "skip"', async () => {
    const world = await scheduling({ overlap: 'skip' });
    for (const second of [0, 60, 120]) await world.fire(at(second));
    await world.finishRuns();
    await world.fire(at(180));
    expect(await outcomes(world)).toEqual([
      [0, 'fired'],
      [60, 'skipped-overlap'],
      [120, 'skipped-overlap'],
      [180, 'fired'],
    ]);
    expect(world.runs()).toHaveLength(2);
  });

  it('C-3: waits under the policy "queue", one at most, until the run has ended', async () => {
    const world = await scheduling({ overlap: 'queue' });
    for (const second of [0, 60, 120]) await world.fire(at(second));
    expect(await world.schedule()).toMatchObject({ waitingFireAt: at(60), nextFireAt: at(180) });
    expect(world.runs()).toHaveLength(1);
    await world.finishRuns();
    const { served } = await world.fire(at(130));
    expect(served).toMatchObject([{ outcome: 'fired', lagMs: null }]);
    expect(await outcomes(world)).toEqual([
      [0, 'fired'],
      [60, 'fired'],
      [120, 'skipped-overlap'],
    ]);
    expect(await world.schedule()).toMatchObject({ waitingFireAt: null });
    expect(world.database.read().outbox.size).toBe(2);
  });

  it('waits behind the one that has waited before it', async () => {
    const world = await scheduling({ overlap: 'queue' });
    for (const second of [0, 60]) await world.fire(at(second));
    await world.finishRuns();
    await world.fire(at(120));
    expect(await outcomes(world)).toEqual([
      [0, 'fired'],
      [60, 'fired'],
      [120, 'queued'],
    ]);
  });

  it('starts once, however many schedulers see that the run has ended', async () => {
    const world = await scheduling({ overlap: 'queue' });
    for (const second of [0, 60]) await world.fire(at(second));
    await world.finishRuns();
    await Promise.all([-30, 0, 30].map((skew) => world.fire(at(70 + skew))));
    expect(world.runs()).toHaveLength(2);
  });

  it('knows also of a run that somebody has asked for', async () => {
    const world = await scheduling({ overlap: 'skip' });
    await world.database.unitOfWork.run((tx) => tx.collections.addRun(aRunOf(world.stored[0]!)));
    await world.fire(at(0));
    expect(await outcomes(world)).toEqual([[0, 'skipped-overlap']]);
  });

  it('does not care for runs of other schedules', async () => {
    const world = await scheduling({}, { nextFireAt: at(-60) });
    await world.fire(at(0));
    expect(world.runs()).toHaveLength(2);
  });
});

describe('times that were missed', () => {
  it('are made up for by one run under the policy "fire-once", however long ago they were', async () => {
    const world = await scheduling({ misfire: 'fire-once', misfireToleranceSeconds: 0 });
    await world.fire(at(3_601));
    await world.fire(at(3_602));
    expect(await outcomes(world)).toEqual([[0, 'fired']]);
    expect(await world.schedule()).toMatchObject({ nextFireAt: at(3_660) });
  });

  it('are left out under the policy "skip", but for the one that can still be served', async () => {
    const world = await scheduling({ misfire: 'skip', misfireToleranceSeconds: 30 });
    await world.fire(at(3_625));
    expect(await outcomes(world)).toEqual([[0, 'skipped-misfire']]);
    await world.fire(at(3_626));
    expect(await outcomes(world)).toEqual([
      [0, 'skipped-misfire'],
      [3_600, 'fired'],
    ]);
    expect(await world.schedule()).toMatchObject({ nextFireAt: at(3_660) });
  });

  it('are none under the policy "skip" as long as the tolerance allows', async () => {
    const world = await scheduling({ misfire: 'skip', misfireToleranceSeconds: 30 });
    await world.fire(at(30));
    expect(await outcomes(world)).toEqual([[0, 'fired']]);
  });
});

describe('whatever the jitter, the clocks and the delays', () => {
  const world = (jitterSeconds: number) => scheduling({ jitterSeconds, overlap: 'skip' });

  it('C-2: no time is served twice, and none before it has come on some clock', async () => {
    const tick = fc.record({ pause: fc.integer({ min: 1, max: 200 }), skew: fc.integer({ min: -30, max: 30 }) });
    await fc.assert(
      fc.asyncProperty(fc.nat(59), fc.array(tick, { minLength: 1, maxLength: 40 }), async (jitterSeconds, ticks) => {
        const { fire, finishRuns, fires, runs } = await world(jitterSeconds);
        let now = -40;
        for (const { pause, skew } of ticks) {
          now += pause;
          await fire(at(now + skew));
          await finishRuns();
        }
        const served = await fires();
        expect(new Set(served.map(({ at: time }) => time.getTime())).size).toBe(served.length);
        expect(runs()).toHaveLength(served.length);
        for (const { at: time, recordedAt } of served) {
          expect(recordedAt.getTime()).toBeGreaterThanOrEqual(time.getTime());
        }
      }),
      { numRuns: 50 },
    );
  });

  it('every time is served while some scheduler looks every second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(59), async (jitterSeconds) => {
        const { fire, finishRuns, fires } = await world(jitterSeconds);
        for (let second = 0; second <= 240; second++) {
          const { served } = await fire(at(second));
          if (served.length > 0) await finishRuns();
        }
        const times = (await fires()).map(({ at: time }) => time);
        expect(times.slice(0, 4)).toEqual([0, 60, 120, 180].map(at));
      }),
      { numRuns: 8 },
    );
  });
});
