import type { AuditReader } from '@job-scope/auth-ports';

export interface AuditEventView {
  readonly id: string;
  readonly at: Date;
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

export interface ListAuditEventsInput {
  readonly limit: number;
  readonly before?: { readonly at: Date; readonly id: string };
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
}

/** The audit trail of identity, the newest first. */
export class ListAuditEvents {
  constructor(private readonly trail: AuditReader) {}

  async execute(request: ListAuditEventsInput): Promise<readonly AuditEventView[]> {
    const records = await this.trail.list(request);
    return records.map(({ actor, subject, ...event }) => ({
      ...event,
      actorKind: actor.kind,
      actorId: actor.kind === 'user' ? actor.id : null,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
    }));
  }
}
