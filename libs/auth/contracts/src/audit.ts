/** One entry of the audit trail, as auth-service hands it to the gateway. Times are ISO 8601. */
export interface AuditEventV1 {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly traceId: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** What the gateway asks for: the `limit` newest that are older than `before`, and fit the filters. */
export interface AuditQueryV1 {
  readonly limit: number;
  readonly beforeAt?: string;
  readonly beforeId?: string;
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
}
