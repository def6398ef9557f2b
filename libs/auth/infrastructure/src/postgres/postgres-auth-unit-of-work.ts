import type { AuditEvent } from '@job-scope/auth-domain';
import type { AuthTransaction, AuthUnitOfWork } from '@job-scope/auth-ports';
import type { IdGenerator } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import type { DataSource, EntityManager } from 'typeorm';
import { appendAuditEvent, logAuditEvent } from './audit-trail';
import { appendToOutbox } from './outbox';
import { PostgresSigningKeyRepository } from './postgres-signing-keys';
import { PostgresUserRepository } from './postgres-user-repository';

export class PostgresAuthUnitOfWork implements AuthUnitOfWork {
  /** The log gets a line for each audit event, once it is committed. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdGenerator,
    private readonly logger: Logger,
  ) {}

  async run<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
    const recorded: AuditEvent[] = [];
    const result = await this.dataSource.transaction((manager) => work(this.transactionOn(manager, recorded)));
    recorded.forEach((event) => logAuditEvent(this.logger, event));
    return result;
  }

  private transactionOn(manager: EntityManager, recorded: AuditEvent[]): AuthTransaction {
    return {
      users: new PostgresUserRepository(manager),
      signingKeys: new PostgresSigningKeyRepository(manager),
      outbox: { append: (events) => appendToOutbox(manager, events) },
      audit: {
        append: async (event) => {
          await appendAuditEvent(manager, this.ids.next(), event);
          recorded.push(event);
        },
      },
    };
  }
}
