import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import type {
  CollectionRunReader,
  ContentHasher,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { toCollectionRunView, type CollectionRunView } from './collection-run.view';
import type { Once } from './once';
import { addRunOnce, requestedRun } from './requested-run';
import { scheduleNotFound, type ScheduleNotFound } from './schedule-failures';
import { auditOf, ownerOf, type Requester } from './requester';

export interface RunScheduleInput {
  readonly requester: Requester;
  readonly scheduleId: string;
  /** Chosen by the caller; the same key for the same schedule gives the same run, however often it is sent. */
  readonly idempotencyKey: string;
}

export type RunScheduleFailure = ScheduleNotFound | { readonly code: 'collections.idempotency-key-reused' };

/**
 * Requests a run of a schedule at once, paused or not, and whatever run is under way: somebody wants it now. The times of
 * the schedule stay as they are, but those that come while it runs meet it by their overlap policy.
 */
export class RunSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly runs: CollectionRunReader,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(input: RunScheduleInput): Promise<Result<CollectionRunView, RunScheduleFailure>> {
    const stored = await this.unitOfWork.run((tx) => this.store(tx, input));
    if (!stored) return err(scheduleNotFound);
    if (stored.isKeyReused) return err({ code: 'collections.idempotency-key-reused' });
    const run = await this.runs.byId(stored.id);
    if (!run) throw new Error(`run ${stored.id} is not stored`);
    return ok(toCollectionRunView(run));
  }

  private async store(tx: VacancyTransaction, input: RunScheduleInput): Promise<Once | undefined> {
    const { requester, scheduleId, idempotencyKey } = input;
    const schedule = await tx.schedules.lock(scheduleId);
    if (!schedule) return undefined;
    const { source, query, mode, maxRequests } = schedule;
    const [id, now] = [this.ids.next(), this.clock.now()];
    return addRunOnce(tx, {
      run: requestedRun({
        ...{ id, source, query, mode, maxRequests },
        requestedBy: { kind: 'schedule', scheduleId },
        requestedAt: now,
      }),
      event: auditOf(requester, 'schedule.run', { kind: 'schedule', id: scheduleId }, now, {
        name: schedule.name,
        runId: id,
      }),
      key: { owner: ownerOf(requester), key: idempotencyKey },
      fingerprint: this.hasher.hash(JSON.stringify(['schedule', scheduleId])),
    });
  }
}
