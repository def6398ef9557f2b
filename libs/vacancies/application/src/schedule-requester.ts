import type { AuditAction, AuditEvent } from '@job-scope/vacancies-domain';

/** A superuser who decides something about a schedule. */
export interface ScheduleRequester {
  readonly userId: string;
  /** From where they ask. */
  readonly client: { readonly ip: string; readonly userAgent: string | null };
}

export const scheduleAudit = (
  { userId, client }: ScheduleRequester,
  action: Extract<AuditAction, `schedule.${string}`>,
  scheduleId: string,
  at: Date,
  details: Readonly<Record<string, string>>,
): AuditEvent => ({
  at,
  action,
  actor: { kind: 'user', id: userId },
  subject: { kind: 'schedule', id: scheduleId },
  ...client,
  details,
});
