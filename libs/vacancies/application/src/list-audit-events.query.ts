import type { AuditReader } from '@job-scope/vacancies-ports';

export interface AuditEventView {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly traceId: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export interface ListAuditEventsInput {
  readonly limit: number;
  /** The last event of the page before. */
  readonly before?: { readonly at: Date; readonly id: string };
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
}

/** The audit trail of vacancies, the newest first. */
export class ListAuditEvents {
  constructor(private readonly trail: AuditReader) {}

  execute(input: ListAuditEventsInput): Promise<readonly AuditEventView[]> {
    return this.trail.list(input);
  }
}
