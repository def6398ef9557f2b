import { portToken, type CancelSignal } from '@job-scope/kernel';
import type { AuditTrail } from './audit-trail.port';
import type { CollectionRepository } from './collection-repository.port';
import type { IdempotencyKeys } from './idempotency-keys.port';
import type { IndexOperationRepository } from './index-operation.port';
import type { DeadLetterRepository } from './dead-letter-repository.port';
import type { InquiryRepository } from './inquiry-repository.port';
import type { Outbox } from './outbox.port';
import type { RejectedItemRepository } from './rejected-item-repository.port';
import type { ScheduleRepository } from './schedule-repository.port';
import type { SourceSwitches } from './source-switches.port';
import type { SweepRepository } from './sweep-repository.port';
import type { VacancyRepository } from './vacancy-repository.port';

export interface VacancyTransaction {
  readonly vacancies: VacancyRepository;
  readonly collections: CollectionRepository;
  readonly inquiries: InquiryRepository;
  readonly sweeps: SweepRepository;
  readonly rejectedItems: RejectedItemRepository;
  readonly deadLetters: DeadLetterRepository;
  readonly schedules: ScheduleRepository;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly switches: SourceSwitches;
  readonly indexOperations: IndexOperationRepository;
  readonly outbox: Outbox;
  readonly audit: AuditTrail;
}

/** All or nothing: what `work` wrote through `tx` is committed when it returns, and rolled back when it throws. */
export interface VacancyUnitOfWork {
  /**
   * When `signal` aborts, whatever statement is under way or waits for others is cut short: all is rolled back, and it
   * rejects with an `AbortError`. What is about to be committed may be committed.
   */
  run<T>(work: (tx: VacancyTransaction) => Promise<T>, signal?: CancelSignal): Promise<T>;
}

export const VACANCY_UNIT_OF_WORK = portToken<VacancyUnitOfWork>('vacancies/VacancyUnitOfWork');
