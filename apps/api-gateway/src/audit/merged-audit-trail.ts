import { AUTH_AUDIT_TRAIL, type AuthAuditTrail } from '@job-scope/auth-client';
import { InjectPort } from '@job-scope/platform-nest';
import { ListAuditEvents, type AuditEventView } from '@job-scope/vacancies-application';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuditPosition } from './audit-position';

export interface AuditListRequest {
  readonly limit: number;
  readonly before?: AuditPosition;
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
}

export interface MergedAuditEvent extends AuditEventView {
  /** Whose trail it stands in. */
  readonly context: 'auth' | 'vacancies';
}

export interface MergedAuditPage {
  readonly items: readonly MergedAuditEvent[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: AuditPosition;
}

/**
 * The trails of all contexts as one list. Each is asked for a whole page, as all of it may come from one of them, and
 * for one event more, which tells whether there is a next page. If one cannot be read there is no list: an audit with
 * holes that nobody sees would be worse.
 */
@Injectable()
export class MergedAuditTrail {
  constructor(
    private readonly ofVacancies: ListAuditEvents,
    @InjectPort(AUTH_AUDIT_TRAIL) private readonly ofAuth: AuthAuditTrail,
  ) {}

  async page(request: AuditListRequest, sender: FastifyRequest): Promise<MergedAuditPage> {
    const { limit } = request;
    const more = { ...request, limit: limit + 1 };
    const trails = await Promise.all([this.vacanciesEvents(more), this.authEvents(more, sender)]);
    const merged = trails.flat().sort(newestFirst);
    const items = merged.slice(0, limit);
    return { items, next: merged.length > limit ? items.at(-1) : undefined };
  }

  private async vacanciesEvents(request: AuditListRequest): Promise<readonly MergedAuditEvent[]> {
    const events = await this.ofVacancies.execute(request);
    return events.map((event) => ({ ...event, context: 'vacancies' }));
  }

  private async authEvents(request: AuditListRequest, sender: FastifyRequest): Promise<readonly MergedAuditEvent[]> {
    const { before, ...query } = request;
    const position = { beforeAt: before?.at.toISOString(), beforeId: before?.id };
    const events = await this.ofAuth.list({ ...query, ...position }, sender);
    return events.map((event) => ({
      id: event.id,
      at: new Date(event.at),
      context: 'auth',
      action: event.action,
      actor: { kind: event.actorKind, id: event.actorId },
      subject:
        event.subjectKind !== null && event.subjectId !== null
          ? { kind: event.subjectKind, id: event.subjectId }
          : null,
      ip: event.ip,
      userAgent: event.userAgent,
      traceId: event.traceId,
      details: event.details,
    }));
  }
}

/** As the databases sort: text of equal form sorts like the identifiers that it writes. */
const newestFirst = (a: AuditPosition, b: AuditPosition): number =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
