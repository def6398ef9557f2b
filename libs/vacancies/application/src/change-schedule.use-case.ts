import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import {
  definitionOf,
  dueAtOf,
  parseScheduleDefinition,
  partsOf,
  type Schedule,
  type ScheduleDefinition,
} from '@job-scope/vacancies-domain';
import type { CronCalculator, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { decided, type ScheduleWishInput } from './schedule-wish';
import { firstFire } from './first-fire';
import {
  scheduleChangedMeanwhile,
  scheduleNameTaken,
  scheduleNotFound,
  type InvalidScheduleFailure,
  type ScheduleChangedMeanwhile,
  type ScheduleNameTaken,
  type ScheduleNotFound,
} from './schedule-failures';
import { auditOf, type Requester } from './requester';
import { toScheduleView, type ScheduleView } from './schedule.view';

export interface ChangeScheduleInput {
  readonly requester: Requester;
  readonly scheduleId: string;
  /** Only what is named is changed; what is undefined stays. */
  readonly change: Partial<ScheduleWishInput>;
  /** The revision that the change was made for; undefined changes whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type ChangeScheduleFailure =
  InvalidScheduleFailure | ScheduleNotFound | ScheduleNameTaken | ScheduleChangedMeanwhile;

/** Changes what a schedule collects, and when. Schedulers that run go by it from then on. */
export class ChangeSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly cron: CronCalculator,
    private readonly clock: Clock,
  ) {}

  execute(input: ChangeScheduleInput): Promise<Result<ScheduleView, ChangeScheduleFailure>> {
    return this.unitOfWork.run((tx) => this.change(tx, input));
  }

  private async change(
    tx: VacancyTransaction,
    { requester, scheduleId, change, expectedRevision }: ChangeScheduleInput,
  ): Promise<Result<ScheduleView, ChangeScheduleFailure>> {
    const stored = await tx.schedules.lock(scheduleId);
    if (!stored) return err(scheduleNotFound);
    if (expectedRevision !== undefined && stored.revision !== expectedRevision) return err(scheduleChangedMeanwhile);
    const before = definitionOf(stored);
    const definition = parseScheduleDefinition({ ...before, ...decided(change) });
    if (!definition.ok) return definition;
    const details = changesBetween(before, definition.value);
    if (Object.keys(details).length === 0) return ok(toScheduleView(stored));

    const now = this.clock.now();
    const changed = { ...stored, ...definition.value, revision: stored.revision + 1, updatedAt: now };
    const first = firstFire(this.cron, changed, now);
    if (!first.ok) return first;
    const schedule: Schedule = { ...changed, ...(hasOtherTimes(stored, changed) ? first.value : keptTime(changed)) };
    if (!(await tx.schedules.save(schedule))) return err(scheduleNameTaken);
    await tx.audit.append(auditOf(requester, 'schedule.changed', { kind: 'schedule', id: scheduleId }, now, details));
    return ok(toScheduleView(schedule));
  }
}

const hasOtherTimes = (before: Schedule, after: Schedule): boolean =>
  before.cron !== after.cron || before.timeZone !== after.timeZone;

/** The same time, if it is near or even overdue, is not lost by a change of anything else. */
const keptTime = (schedule: Schedule): Pick<Schedule, 'dueAt'> => ({ dueAt: dueAtOf(schedule, schedule.nextFireAt) });

/** What has changed and how it is now, as texts. */
const changesBetween = (before: ScheduleDefinition, after: ScheduleDefinition): Readonly<Record<string, string>> => {
  const texts = ({ query, ...rest }: ScheduleDefinition) =>
    Object.entries({ ...rest, query: JSON.stringify(Object.fromEntries(partsOf(query))) }).map(
      ([key, value]) => [key, String(value)] as const,
    );
  const earlier = new Map(texts(before));
  return Object.fromEntries(texts(after).filter(([key, value]) => earlier.get(key) !== value));
};
