import type { AuditAction, AuditActor, AuditRecord } from '@job-scope/auth-domain';
import type { AuditReader, AuditRequest } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';

export class PostgresAuditReader implements AuditReader {
  constructor(private readonly dataSource: DataSource) {}

  async list({ limit, before, action, actorId, subjectId }: AuditRequest): Promise<readonly AuditRecord[]> {
    const filters = [before?.at, before?.id, action, actorId, subjectId].map((filter) => filter ?? null);
    const rows = await this.dataSource.query<AuditRow[]>(LIST, [limit, ...filters]);
    return rows.map(toRecord);
  }
}

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly actor_kind: AuditActor['kind'];
  readonly actor_id: string | null;
  readonly subject_kind: 'user' | 'session' | 'signing-key' | null;
  readonly subject_id: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly trace_id: string | null;
  readonly details: Readonly<Record<string, string>>;
}

const LIST = `
  SELECT * FROM auth.audit_events
  WHERE ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
    AND ($4::text IS NULL OR action = $4) AND ($5::text IS NULL OR actor_id = $5) AND ($6::text IS NULL OR subject_id = $6)
  ORDER BY at DESC, id DESC LIMIT $1`;

const toRecord = ({
  actor_kind: kind,
  actor_id: actorId,
  subject_kind,
  subject_id,
  ...row
}: AuditRow): AuditRecord => ({
  id: row.id,
  at: row.at,
  action: row.action,
  actor: kind === 'user' ? { kind, id: actorId ?? '' } : { kind },
  subject: subject_kind && subject_id !== null ? { kind: subject_kind, id: subject_id } : null,
  ip: row.ip,
  userAgent: row.user_agent,
  traceId: row.trace_id,
  details: row.details,
});
