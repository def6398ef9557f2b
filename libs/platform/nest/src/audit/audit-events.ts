import { currentTraceId } from '../tracing';

/** What happened, in the words of any context: who did what to whom, when, and from where. */
export interface AuditEntry {
  readonly at: Date;
  readonly action: string;
  /** Users have an identifier, other actors have none. */
  readonly actor: { readonly kind: string; readonly id?: string | null };
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** An entry as it stands in the trail. */
export interface AuditRecord extends AuditEntry {
  readonly id: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly traceId: string | null;
}

/** A page of the trail, the newest first: what is older than `before`, an event read earlier, and fits the filters. */
export interface AuditRequest {
  readonly limit: number;
  readonly before?: { readonly at: Date; readonly id: string };
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
}

/** A row of `audit_events`. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly trace_id: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export interface AuditStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Keeps the trace of what is going on with the event. Times are of whole milliseconds, as JavaScript has them, so that
 * nothing is lost when they come back from a cursor.
 */
export const insertAuditEvent = (schema: string, id: string, entry: AuditEntry): AuditStatement => {
  const { at, action, actor, subject, ip, userAgent, details } = entry;
  return {
    sql: `
      INSERT INTO ${schema}.audit_events
        (id, at, action, actor_kind, actor_id, subject_kind, subject_id, ip, user_agent, trace_id, details)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    parameters: [
      id,
      at,
      action,
      actor.kind,
      actor.id ?? null,
      subject?.kind ?? null,
      subject?.id ?? null,
      ip,
      userAgent,
      currentTraceId(),
      JSON.stringify(details, wellFormed),
    ],
  };
};

/** `jsonb` refuses halves of surrogate pairs: they become what text columns make of them. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\p{Surrogate}/gu, '\uFFFD') : value;

/** Names only the filters that are given, so that each page is read along an index. */
export const selectAuditEvents = (schema: string, request: AuditRequest): AuditStatement => {
  const { limit, before, action, actorId, subjectId } = request;
  const parameters: unknown[] = [];
  const value = (parameter: unknown): string => `$${parameters.push(parameter)}`;
  const conditions = [
    before && `(at, id) < (${value(before.at)}::timestamptz, ${value(before.id)}::uuid)`,
    action !== undefined && `action = ${value(action)}`,
    actorId !== undefined && `actor_id = ${value(actorId)}`,
    subjectId !== undefined && `subject_id = ${value(subjectId)}`,
  ].filter((condition) => typeof condition === 'string');
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return {
    sql: `SELECT * FROM ${schema}.audit_events ${where} ORDER BY at DESC, id DESC LIMIT ${value(limit)}`,
    parameters,
  };
};

export const toAuditRecord = (row: AuditRow): AuditRecord => ({
  id: row.id,
  at: row.at,
  action: row.action,
  actor: { kind: row.actor_kind, id: row.actor_id },
  subject: row.subject_kind !== null && row.subject_id !== null ? { kind: row.subject_kind, id: row.subject_id } : null,
  ip: row.ip,
  userAgent: row.user_agent,
  traceId: row.trace_id,
  details: row.details,
});
