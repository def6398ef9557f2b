import type { RevocationReason, Session } from '@job-scope/auth-domain';

/** A row of `auth.sessions`. */
export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly generation: number;
  readonly issue: number;
  readonly used_issue: number | null;
  readonly used_at: Date | null;
  readonly device_name: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly idle_expires_at: Date;
  readonly absolute_expires_at: Date;
  readonly revoked_at: Date | null;
  readonly revoked_reason: RevocationReason | null;
  readonly version: number;
}

export const toSession = (row: SessionRow): Session => ({
  id: row.id,
  userId: row.user_id,
  generation: row.generation,
  issue: row.issue,
  used: row.used_issue !== null && row.used_at ? { issue: row.used_issue, at: row.used_at } : null,
  client: { name: row.device_name, ip: row.ip, userAgent: row.user_agent },
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  idleExpiresAt: row.idle_expires_at,
  absoluteExpiresAt: row.absolute_expires_at,
  revoked: row.revoked_at && row.revoked_reason ? { at: row.revoked_at, reason: row.revoked_reason } : null,
});
