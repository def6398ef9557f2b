import type { AuthUnitOfWork, SigningKeyReader, UserReader } from '@job-scope/auth-ports';
import type { SuiteCase } from './suite';

export interface AuthUnitOfWorkHarness {
  readonly unitOfWork: AuthUnitOfWork;
  readonly users: UserReader;
  readonly keys: SigningKeyReader;
  /** The ids of users in the committed outbox rows, oldest first. */
  outboxUserIds(): Promise<readonly string[]>;
  /** The actions in the committed audit trail, oldest first. */
  auditActions(): Promise<readonly string[]>;
}

export type AuthUnitOfWorkCase = SuiteCase<AuthUnitOfWorkHarness>;
