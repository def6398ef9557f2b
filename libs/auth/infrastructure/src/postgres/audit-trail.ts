import type { AuditEvent } from '@job-scope/auth-domain';
import { insertAuditEvent, type Logger } from '@job-scope/platform-nest';
import type { EntityManager } from 'typeorm';

export const appendAuditEvent = async (manager: EntityManager, id: string, event: AuditEvent): Promise<void> => {
  const { sql, parameters } = insertAuditEvent('auth', id, event);
  await manager.query(sql, [...parameters]);
};

/** Says what happened and to whom; addresses and other details stay in the database. */
export const logAuditEvent = (logger: Logger, { action, actor, subject, details }: AuditEvent): void => {
  const write = details['reason'] === 'refresh-token-reused' ? logger.warn : logger.info;
  write.call(logger, `audit: ${action}`, {
    'event.action': action,
    'event.reason': details['reason'],
    'user.id': actor.kind === 'user' ? actor.id : null,
    'audit.subject': subject ? `${subject.kind} ${subject.id}` : undefined,
  });
};
