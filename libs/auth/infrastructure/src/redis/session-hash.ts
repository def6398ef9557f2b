import type { RevocationReason, Session } from '@job-scope/auth-domain';

/** The fields of a session's hash. Times are milliseconds since 1970; what is absent is empty. */
export type SessionHash = Readonly<Record<string, string>>;

/** Fields and values in turn, as Redis takes them. */
export const toHash = (session: Session): readonly string[] =>
  Object.entries({
    user_id: session.userId,
    generation: String(session.generation),
    issue: String(session.issue),
    used_issue: String(session.used?.issue ?? ''),
    used_at: millis(session.used?.at),
    device_name: session.client.name ?? '',
    ip: session.client.ip ?? '',
    user_agent: session.client.userAgent ?? '',
    created_at: millis(session.createdAt),
    last_seen_at: millis(session.lastSeenAt),
    idle_expires_at: millis(session.idleExpiresAt),
    absolute_expires_at: millis(session.absoluteExpiresAt),
    revoked_at: millis(session.revoked?.at),
    revoked_reason: session.revoked?.reason ?? '',
  }).flat();

/** The reverse: from fields and values in turn. */
export const fieldsOf = (turns: readonly string[]): SessionHash =>
  Object.fromEntries(turns.flatMap((field, index) => (index % 2 === 0 ? [[field, turns[index + 1] ?? '']] : [])));

export const toSession = (id: string, hash: SessionHash): Session => {
  const text = (field: string): string => hash[field] ?? '';
  const date = (field: string): Date => new Date(Number(text(field)));
  return {
    id,
    userId: text('user_id'),
    generation: Number(text('generation')),
    issue: Number(text('issue')),
    used: text('used_at') ? { issue: Number(text('used_issue')), at: date('used_at') } : null,
    client: { name: text('device_name') || null, ip: text('ip') || null, userAgent: text('user_agent') || null },
    createdAt: date('created_at'),
    lastSeenAt: date('last_seen_at'),
    idleExpiresAt: date('idle_expires_at'),
    absoluteExpiresAt: date('absolute_expires_at'),
    revoked: text('revoked_at') ? { at: date('revoked_at'), reason: text('revoked_reason') as RevocationReason } : null,
  };
};

const millis = (date: Date | undefined): string => (date ? String(date.getTime()) : '');
