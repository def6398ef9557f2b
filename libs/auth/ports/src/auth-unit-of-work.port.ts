import { portToken } from '@job-scope/kernel';
import type { AuditEvent, AuthContextEvent, SigningKey, User } from '@job-scope/auth-domain';

/** Writes users. */
export interface UserRepository {
  /** False if the address is taken; then nothing was written. */
  add(user: User): Promise<boolean>;
  /** Reads a user, and keeps others from changing them until the transaction ends. */
  lock(id: string): Promise<User | undefined>;
  /** Replaces the stored user of that id. False if the address is taken by another; then nothing was written. */
  save(user: User): Promise<boolean>;
  /** With everything the database keeps of the user but the audit trail. */
  remove(id: string): Promise<void>;
  /** The ids of all superusers who can log in: active, their address confirmed; keeps others from changing who is one until the transaction ends. */
  lockActiveSuperusers(): Promise<readonly string[]>;
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
  /** From then on they can be claimed; an `access-in-doubt` only once its doubt has lasted (`DOUBT_MS`). */
  append(events: readonly AuthContextEvent[]): Promise<void>;
}

/** How long taking access may take before somebody looks whether it was done, in milliseconds. */
export const DOUBT_MS = 60_000;

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
