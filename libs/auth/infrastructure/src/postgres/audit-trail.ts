import type { AuditEvent } from '@job-scope/auth-domain';
import { counter, insertAuditEvent, type Logger } from '@job-scope/platform-nest';
import type { EntityManager } from 'typeorm';

const eventsTotal = counter({
  name: 'auth_events_total',
  help: 'Administrative and security events; `reason` tells why a session was revoked, such as refresh-token-reused.',
  labelNames: ['action', 'reason'],
});

export const appendAuditEvent = async (manager: EntityManager, id: string, event: AuditEvent): Promise<void> => {
  const { sql, parameters } = insertAuditEvent('auth', id, event);
  await manager.query(sql, [...parameters]);
};

/** Says what happened and to whom; addresses and other details stay in the database. */
export const logAuditEvent = (logger: Logger, { action, actor, subject, details }: AuditEvent): void => {
  eventsTotal.inc({ action, reason: details['reason'] ?? '' });
  const write = details['reason'] === 'refresh-token-reused' ? logger.warn : logger.info;
  write.call(logger, `audit: ${action}`, {
    'event.action': action,
    'event.reason': details['reason'],
    'user.id': actor.kind === 'user' ? actor.id : null,
    'audit.subject': subject ? `${subject.kind} ${subject.id}` : undefined,
  });
};
