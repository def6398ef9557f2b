import { portToken, type Page, type PagePosition } from '@job-scope/kernel';
import type { AuditAction, AuditRecord, User } from '@job-scope/auth-domain';

/** Reads users outside any transaction: none may be held open while a password is hashed. */
export interface UserReader {
  findById(id: string): Promise<User | undefined>;
  /** `email` as `normaliseEmail` spells it. */
  findByEmail(email: string): Promise<User | undefined>;
}

export const USER_READER = portToken<UserReader>('auth/UserReader');

export interface UserListRequest {
  readonly limit: number;
  readonly from?: PagePosition;
  /** Part of the address or of the display name, in any case. */
  readonly search?: string;
  readonly active?: boolean;
  readonly superuser?: boolean;
  readonly verified?: boolean;
}

export interface UserDirectory {
  /** The newest first. `from` is a position that this very list has given. */
  list(request: UserListRequest): Promise<Page<User>>;
}

export const USER_DIRECTORY = portToken<UserDirectory>('auth/UserDirectory');

/** The name of the list in the positions of `UserDirectory`. */
export const USER_LIST = 'auth/users';

export interface AuditRequest {
  readonly limit: number;
  /** Only what is older than this event. */
  readonly before?: { readonly at: Date; readonly id: string };
  readonly action?: AuditAction | (string & {});
  readonly actorId?: string;
  readonly subjectId?: string;
}

export interface AuditReader {
  /** The newest first. */
  list(request: AuditRequest): Promise<readonly AuditRecord[]>;
}

export const AUDIT_READER = portToken<AuditReader>('auth/AuditReader');
