import type { AuditAction, AuditEvent } from '@job-scope/auth-domain';
import type { RequestClient } from './granted-tokens';

/** A logged-in user who asks for something. */
export interface Requester {
  readonly userId: string;
  readonly sessionId: string;
  readonly client: RequestClient;
}

/** What a user did to a user: themselves, or another. */
export const auditOf = (
  { userId, client }: Pick<Requester, 'userId' | 'client'>,
  action: AuditAction,
  subjectId: string,
  at: Date,
  details: Readonly<Record<string, string>> = {},
): AuditEvent => ({
  at,
  action,
  actor: { kind: 'user', id: userId },
  subject: { kind: 'user', id: subjectId },
  ...client,
  details,
});

/** What somebody did who did not log in for it. */
export const anonymousAudit = (
  client: RequestClient,
  action: AuditAction,
  subjectId: string | undefined,
  at: Date,
  details: Readonly<Record<string, string>> = {},
): AuditEvent => ({
  at,
  action,
  actor: { kind: 'anonymous' },
  subject: subjectId === undefined ? null : { kind: 'user', id: subjectId },
  ...client,
  details,
});
