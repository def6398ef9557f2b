import { currentTraceparent, silentLogger } from '@job-scope/platform-nest';
import type { FireDueSchedules, FiredSchedules } from '@job-scope/vacancies-application';
import { register } from 'prom-client';
import { ScheduleTicker } from './schedule-ticker';

const NONE: FiredSchedules = { served: [], failed: [] };

/** Lets a ticker run for so many milliseconds from a quarter past a whole second. */
const run = async (ms: number, answer: (tick: number) => Promise<FiredSchedules>) => {
  jest.setSystemTime(new Date('2026-01-01T00:00:00.250Z'));
  const ticks: string[] = [];
  const fire: Pick<FireDueSchedules, 'execute'> = {
    execute: () => {
      ticks.push(new Date().toISOString().slice(17, 23));
      return answer(ticks.length);
    },
  };
  const error = jest.fn();
  const ticker = new ScheduleTicker(fire as FireDueSchedules, { ...silentLogger, error });
  ticker.onApplicationBootstrap();
  await jest.advanceTimersByTimeAsync(ms);
  await ticker.beforeApplicationShutdown();
  await jest.advanceTimersByTimeAsync(10_000);
  return { ticks, error };
};

describe('ScheduleTicker', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('asks at the start and on every whole second after it, until it is stopped', async () => {
    const { ticks } = await run(3_000, async () => NONE);
    expect(ticks).toEqual(['00.250', '01.000', '02.000', '03.000']);
  });

  it('never asks again before the answer is there', async () => {
    const { ticks } = await run(3_000, async (tick) => {
      if (tick === 1) await new Promise((resolve) => setTimeout(resolve, 2_100));
      return NONE;
    });
    expect(ticks).toEqual(['00.250', '03.000']);
  });

  it('gives every tick a trace of its own, which the run will carry', async () => {
    const traces: (string | null)[] = [];
    await run(1_000, async () => {
      traces.push(currentTraceparent());
      return NONE;
    });
    expect(new Set(traces).size).toBe(2);
    expect(traces).toEqual([expect.stringMatching(/^00-/), expect.stringMatching(/^00-/)]);
  });

  it('tells once of a schedule that cannot fire, not at every tick, and again when it fails anew', async () => {
    const failed = [{ schedule: 'odd', reason: new Error('its cron cannot be read') }];
    const { error } = await run(5_000, async (tick) => (tick === 4 ? NONE : { served: [], failed }));
    expect(error).toHaveBeenCalledTimes(2);
  });

  it('counts the times by outcome, and measures how late they are', async () => {
    const time = { schedule: 'moscow', runId: null };
    const served = [
      { ...time, outcome: 'fired', lagMs: 1_500 },
      { ...time, outcome: 'skipped-overlap', lagMs: 500 },
      { ...time, outcome: 'fired', lagMs: null },
    ] as const;
    const failed = [{ schedule: 'odd', reason: new Error('its cron cannot be read') }];
    register.resetMetrics();
    await run(100, async () => ({ served, failed }));
    const text = await register.metrics();
    expect(text).toContain('schedule_fires_total{schedule="moscow",outcome="fired"} 2');
    expect(text).toContain('schedule_fires_total{schedule="moscow",outcome="skipped-overlap"} 1');
    expect(text).toContain('schedule_fires_total{schedule="odd",outcome="failed"} 1');
    expect(text).toContain('schedule_fire_lag_seconds_sum 2\n');
    expect(text).toContain('schedule_fire_lag_seconds_count 2\n');
  });

  it('goes on ticking after an outage', async () => {
    const { ticks, error } = await run(3_000, async (tick) => {
      if (tick === 1) throw new Error('no database');
      return NONE;
    });
    expect(error).toHaveBeenCalledTimes(1);
    expect(ticks.length).toBeGreaterThan(1);
  });
});
