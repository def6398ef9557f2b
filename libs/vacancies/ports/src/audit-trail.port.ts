import { portToken } from '@job-scope/kernel';
import type { AuditEvent } from '@job-scope/vacancies-domain';

/** Takes what superusers do, in the transaction that does it. Reached only through `VacancyUnitOfWork`. */
export interface AuditTrail {
  append(event: AuditEvent): Promise<void>;
}

/** An event as it stands in the trail, which also keeps what today's code does not write any more, or not yet. */
export interface AuditRecord {
  /** UUIDv7. */
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

export interface AuditRequest {
  readonly limit: number;
  /** Only what is older than this event; of one moment the larger identifier is the newer. */
  readonly before?: { readonly at: Date; readonly id: string };
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
}

/** Reads the trail outside any transaction, the newest first. */
export interface AuditReader {
  list(request: AuditRequest): Promise<readonly AuditRecord[]>;
}

export const AUDIT_READER = portToken<AuditReader>('vacancies/AuditReader');
