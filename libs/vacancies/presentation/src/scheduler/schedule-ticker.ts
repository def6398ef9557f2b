import { Inject, Injectable } from '@nestjs/common';
import {
  BackgroundLoop,
  BackgroundWork,
  counter,
  histogram,
  type Logger,
  pause,
  runWithTraceparent,
} from '@job-scope/platform-nest';
import { FireDueSchedules, type FiredSchedules } from '@job-scope/vacancies-application';

/** Injects the `Logger` of the platform. */
export const SCHEDULER_LOGGER = Symbol('scheduler-logger');

const TICK_MS = 1_000;

const firesTotal = counter({
  name: 'schedule_fires_total',
  help: 'Times of schedules, by what became of them: fired, queued, skipped-overlap, skipped-misfire, or failed',
  labelNames: ['schedule', 'outcome'],
});

const fireLag = histogram({
  name: 'schedule_fire_lag_seconds',
  help: 'How long after they were due times of schedules were served',
  buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 1_800],
});

/**
 * Asks on every whole second whether a schedule is due: one look into an index, which also sees every change that people
 * make to schedules. Any number of replicas may do so at once.
 */
@Injectable()
export class ScheduleTicker extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        // A trace of its own for every tick: the run that it requests is followed by it.
        await runWithTraceparent(null, async () => this.record(await this.fireDueSchedules.execute(signal)));
        await pause(TICK_MS - (Date.now() % TICK_MS), signal);
      },
      onError: (error) => this.logger.error('schedules cannot be fired', { 'event.action': 'tick-failed', error }),
      pauseAfterErrorMs: TICK_MS,
    }),
  ];

  /** Schedules that fail do so at every tick, but are to be told of once. */
  private reported: ReadonlySet<string> = new Set();

  constructor(
    @Inject(FireDueSchedules) private readonly fireDueSchedules: FireDueSchedules,
    @Inject(SCHEDULER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  private record({ served, failed }: FiredSchedules): void {
    for (const { schedule, outcome, runId, lagMs } of served) {
      firesTotal.inc({ schedule, outcome });
      if (lagMs !== null) fireLag.observe(lagMs / 1_000);
      const fields = { 'event.action': 'schedule-fired', 'event.outcome': outcome, 'run.id': runId };
      this.logger.info(`schedule ${schedule}: ${outcome}`, fields);
    }
    for (const { schedule, reason } of failed) {
      firesTotal.inc({ schedule, outcome: 'failed' });
      if (this.reported.has(schedule)) continue;
      this.logger.error(`schedule ${schedule} cannot fire`, { 'event.action': 'schedule-failed', error: reason });
    }
    this.reported = new Set(failed.map(({ schedule }) => schedule));
  }
}
