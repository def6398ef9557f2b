import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { BackgroundLoop, counter, type Logger, pause, runWithTraceparent } from '@job-scope/platform-nest';
import { FireDueSchedules, type FiredSchedules } from '@job-scope/vacancies-application';

/** Injects the `Logger` of the platform. */
export const SCHEDULER_LOGGER = Symbol('scheduler-logger');

const TICK_MS = 1_000;

const firedTotal = counter({
  name: 'schedules_fired_total',
  help: 'Collection runs requested by schedules, by schedule',
  labelNames: ['schedule'],
});

/** Asks on every whole second whether a schedule is due. Any number of replicas may do so at once. */
@Injectable()
export class ScheduleTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new BackgroundLoop({
    step: async (signal) => {
      // A trace of its own for every tick: the run that it requests is followed by it.
      await runWithTraceparent(null, async () => this.record(await this.fireDueSchedules.execute()));
      await pause(TICK_MS - (Date.now() % TICK_MS), signal);
    },
    onError: (error) => this.logger.error('schedules cannot be fired', { 'event.action': 'tick-failed', error }),
    pauseAfterErrorMs: TICK_MS,
  });

  /** Invalid schedules are due at every tick, but to be told of once. */
  private readonly reported = new Set<string>();

  constructor(
    @Inject(FireDueSchedules) private readonly fireDueSchedules: FireDueSchedules,
    @Inject(SCHEDULER_LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private record({ fired, invalid }: FiredSchedules): void {
    for (const { schedule, runId } of fired) {
      firedTotal.inc({ schedule });
      this.logger.info(`schedule ${schedule} fired`, { 'event.action': 'schedule-fired', 'run.id': runId });
    }
    for (const { schedule, detail } of invalid) {
      if (this.reported.has(schedule)) continue;
      this.reported.add(schedule);
      this.logger.error(`schedule ${schedule} cannot fire: ${detail}`, { 'event.action': 'schedule-invalid' });
    }
  }
}
