import type { AuditEvent } from '@job-scope/auth-domain';
import { currentTraceId, type Logger } from '@job-scope/platform-nest';
import type { EntityManager } from 'typeorm';

const INSERT = `
  INSERT INTO auth.audit_events
    (id, at, action, actor_kind, actor_id, subject_kind, subject_id, ip, user_agent, trace_id, details)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

export const appendAuditEvent = async (manager: EntityManager, id: string, event: AuditEvent): Promise<void> => {
  const { at, action, actor, subject, ip, userAgent, details } = event;
  await manager.query(INSERT, [
    id,
    at,
    action,
    actor.kind,
    idOf(actor),
    subject?.kind ?? null,
    subject?.id ?? null,
    ip,
    userAgent,
    currentTraceId(),
    JSON.stringify(details),
  ]);
};

/** Says what happened and to whom; addresses and other details stay in the database. */
export const logAuditEvent = (logger: Logger, { action, actor, subject, details }: AuditEvent): void => {
  const write = details['reason'] === 'refresh-token-reused' ? logger.warn : logger.info;
  write.call(logger, `audit: ${action}`, {
    'event.action': action,
    'event.reason': details['reason'],
    'user.id': idOf(actor),
    'audit.subject': subject ? `${subject.kind} ${subject.id}` : undefined,
  });
};

const idOf = (actor: AuditEvent['actor']): string | null => (actor.kind === 'user' ? actor.id : null);
