import type { AuditAction, AuditEvent } from '@job-scope/vacancies-domain';

/** A superuser who asks for something. */
export interface Requester {
  readonly userId: string;
  /** From where they ask. */
  readonly client: { readonly ip: string; readonly userAgent: string | null };
}

/** What a superuser did to a run or a schedule. */
export const auditOf = (
  { userId, client }: Requester,
  action: AuditAction,
  subject: AuditEvent['subject'],
  at: Date,
  details: Readonly<Record<string, string>>,
): AuditEvent => ({
  at,
  action,
  actor: { kind: 'user', id: userId },
  subject,
  ...client,
  details,
});
