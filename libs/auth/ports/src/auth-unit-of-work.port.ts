import { portToken } from '@job-scope/kernel';
import type { AuditEvent, AuthContextEvent, SigningKey, User } from '@job-scope/auth-domain';

/** Writes users. */
export interface UserRepository {
  /** False if the address is taken; then nothing was written. */
  add(user: User): Promise<boolean>;
}

/** Writes the ring of signing keys. */
export interface SigningKeyRepository {
  /** Reads the whole ring, oldest first, and keeps others from changing it until the transaction ends. */
  lockRing(): Promise<readonly SigningKey[]>;
  /** Makes the stored ring equal to `ring`. */
  saveRing(ring: readonly SigningKey[]): Promise<void>;
}

/** Takes events in the transaction that made them true. */
export interface AuthOutbox {
  append(events: readonly AuthContextEvent[]): Promise<void>;
}

/** Takes what the audit trail must keep. */
export interface AuditTrail {
  append(event: AuditEvent): Promise<void>;
}

export interface AuthTransaction {
  readonly users: UserRepository;
  readonly signingKeys: SigningKeyRepository;
  readonly outbox: AuthOutbox;
  readonly audit: AuditTrail;
}

/** All or nothing: what `work` wrote through `tx` is committed when it returns, and rolled back when it throws. */
export interface AuthUnitOfWork {
  run<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T>;
}

export const AUTH_UNIT_OF_WORK = portToken<AuthUnitOfWork>('auth/AuthUnitOfWork');
