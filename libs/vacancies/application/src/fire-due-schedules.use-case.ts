import type { CancelSignal, Clock, IdGenerator } from '@job-scope/kernel';
import {
  dueAtOf,
  isMissed,
  missedUntil,
  servedUntil,
  type CollectionRun,
  type FireOutcome,
  type Schedule,
} from '@job-scope/vacancies-domain';
import type { CronCalculator, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { addRequestedRun, requestedRun } from './requested-run';

/** A time of a schedule for which something was done. */
export interface ServedTime {
  readonly schedule: string;
  readonly outcome: 'fired' | 'queued' | 'skipped-overlap' | 'skipped-misfire';
  readonly runId: string | null;
  /** How long after it was due; null for a time that had waited for a run to end. */
  readonly lagMs: number | null;
}

export interface FiredSchedules {
  readonly served: readonly ServedTime[];
  /** Schedules for which nothing could be done, and why; the others are served all the same. */
  readonly failed: readonly { readonly schedule: string; readonly reason: unknown }[];
}

type Find = (tx: VacancyTransaction, except: readonly string[]) => Promise<Schedule | undefined>;
type Serve = (tx: VacancyTransaction, schedule: Schedule, now: Date) => Promise<ServedTime | undefined>;

/**
 * Requests a run for every schedule whose time has come, each in a transaction of its own. Times missed while no
 * scheduler ran are made up for once, not one by one. Safe in any number of schedulers, whatever their clocks: the lock
 * on the schedule lets one of them serve it, and the stored pair of schedule and time lets each time be served once.
 */
export class FireDueSchedules {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly cron: CronCalculator,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(signal: CancelSignal): Promise<FiredSchedules> {
    const now = this.clock.now();
    const waiting = await this.serveEach(
      signal,
      now,
      (tx, except) => tx.schedules.lockNextWaiting(except),
      this.release,
    );
    const due = await this.serveEach(signal, now, (tx, except) => tx.schedules.lockNextDue(now, except), this.serve);
    return { served: [...waiting.served, ...due.served], failed: [...waiting.failed, ...due.failed] };
  }

  /** One schedule after another, each once, until no more is found. One that fails does not keep the others waiting. */
  private async serveEach(signal: CancelSignal, now: Date, find: Find, serve: Serve): Promise<FiredSchedules> {
    const served: ServedTime[] = [];
    const failed: { schedule: string; reason: unknown }[] = [];
    const seen: Schedule[] = [];
    for (let count = -1; seen.length > count && !signal.aborted;) {
      count = seen.length;
      try {
        const time = await this.unitOfWork.run(async (tx) => {
          const found = await find(
            tx,
            seen.map(({ id }) => id),
          );
          if (!found) return undefined;
          seen.push(found);
          return serve(tx, found, now);
        });
        if (time) served.push(time);
      } catch (reason) {
        const schedule = seen[count];
        if (!schedule) throw reason;
        failed.push({ schedule: schedule.name, reason });
      }
    }
    return { served, failed };
  }

  private readonly serve: Serve = async (tx, schedule, now) => {
    const { id, name, nextFireAt: at, dueAt } = schedule;
    const outcome = await this.outcomeOf(tx, schedule, now);
    const next = this.nextTime(
      schedule,
      outcome === 'skipped-misfire' ? missedUntil(schedule, now) : servedUntil(schedule, now),
    );
    const run = outcome === 'fired' ? this.runOf(schedule, now) : undefined;
    const runId = run?.id ?? null;
    const isFirst = await tx.schedules.recordFire(id, { at, outcome, runId, recordedAt: now });
    if (isFirst && run) await addRequestedRun(tx, run);
    const waitingFireAt = isFirst && outcome === 'queued' ? at : schedule.waitingFireAt;
    await tx.schedules.advance(id, { nextFireAt: next, dueAt: dueAtOf(schedule, next), waitingFireAt });
    return isFirst ? { schedule: name, outcome, runId, lagMs: now.getTime() - dueAt.getTime() } : undefined;
  };

  /** Requests the run of a time that has waited, unless another run was asked for meanwhile. */
  private readonly release: Serve = async (tx, schedule, now) => {
    const { id, name, nextFireAt, dueAt, waitingFireAt: at } = schedule;
    if (!at || (await tx.schedules.hasOpenRun(id))) return undefined;
    const run = this.runOf(schedule, now);
    const fire = { at, outcome: 'fired', runId: run.id, recordedAt: now } as const;
    const isFirst = await tx.schedules.settleQueuedFire(id, fire);
    if (isFirst) await addRequestedRun(tx, run);
    await tx.schedules.advance(id, { nextFireAt, dueAt, waitingFireAt: null });
    return isFirst ? { schedule: name, outcome: 'fired', runId: run.id, lagMs: null } : undefined;
  };

  private async outcomeOf(tx: VacancyTransaction, schedule: Schedule, now: Date): Promise<FireOutcome> {
    if (schedule.misfire === 'skip' && isMissed(schedule, now)) return 'skipped-misfire';
    if (schedule.waitingFireAt) return 'skipped-overlap';
    if (!(await tx.schedules.hasOpenRun(schedule.id))) return 'fired';
    return schedule.overlap === 'queue' ? 'queued' : 'skipped-overlap';
  }

  /** Stored expressions outlive the calculator that could read them. */
  private nextTime({ cron, timeZone }: Schedule, after: Date): Date {
    const next = this.cron.nextTimes(cron, timeZone, after, 1);
    if (next.ok) return next.value[0];
    throw new Error(`its ${next.error.part} ${next.error.detail}`);
  }

  private runOf({ id: scheduleId, source, query, mode, maxRequests }: Schedule, now: Date): CollectionRun {
    const requestedBy = { kind: 'schedule', scheduleId } as const;
    return requestedRun({ id: this.ids.next(), source, query, mode, maxRequests, requestedBy, requestedAt: now });
  }
}
