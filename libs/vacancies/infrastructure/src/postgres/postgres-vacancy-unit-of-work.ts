import type { CancelSignal, IdGenerator } from '@job-scope/kernel';
import type { VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { cutShortBy } from './cut-short';
import { PostgresAuditTrail } from './postgres-audit-trail';
import { PostgresCollectionRepository } from './postgres-collection-repository';
import { PostgresIdempotencyKeys } from './postgres-idempotency-keys';
import { PostgresIndexOperationRepository } from './postgres-index-operations';
import { PostgresDeadLetterRepository } from './postgres-dead-letter-repository';
import { PostgresInquiryRepository } from './postgres-inquiry-repository';
import { PostgresOutbox } from './postgres-outbox';
import { PostgresScheduleRepository } from './postgres-schedule-repository';
import { PostgresSourceSwitches } from './postgres-source-switches';
import { PostgresRejectedItemRepository } from './postgres-rejected-item-repository';
import { PostgresSweepRepository } from './postgres-sweep-repository';
import { PostgresVacancyRepository } from './postgres-vacancy-repository';
import { TransactionStatements } from './statement';

/** A transaction on a connection of its own, READ COMMITTED. */
export class PostgresVacancyUnitOfWork implements VacancyUnitOfWork {
  /** `ids` names new vacancies, dead letters and audit events. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdGenerator,
  ) {}

  async run<T>(work: (tx: VacancyTransaction) => Promise<T>, signal?: CancelSignal): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const statements = new TransactionStatements(runner, signal);
    const begin = async () => {
      const result = await work(this.open(statements));
      if (statements.failure !== undefined) throw statements.failure;
      return result;
    };
    try {
      return await runner.manager.transaction(() =>
        signal ? cutShortBy(signal, this.dataSource, runner, begin) : begin(),
      );
    } finally {
      await runner.release();
    }
  }

  private open(statements: TransactionStatements): VacancyTransaction {
    return {
      vacancies: new PostgresVacancyRepository(statements, this.ids),
      collections: new PostgresCollectionRepository(statements),
      inquiries: new PostgresInquiryRepository(statements),
      sweeps: new PostgresSweepRepository(statements),
      rejectedItems: new PostgresRejectedItemRepository(statements),
      deadLetters: new PostgresDeadLetterRepository(statements, this.ids),
      schedules: new PostgresScheduleRepository(statements),
      idempotencyKeys: new PostgresIdempotencyKeys(statements),
      switches: new PostgresSourceSwitches(statements),
      indexOperations: new PostgresIndexOperationRepository(statements),
      outbox: new PostgresOutbox(statements),
      audit: new PostgresAuditTrail(statements, this.ids),
    };
  }
}
