import type { IdGenerator } from '@job-scope/kernel';
import type { AuditEvent } from '@job-scope/vacancies-domain';
import type { AuditReader, AuditRecord, AuditRequest, AuditTrail } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredState } from './stored-state';

export class InMemoryAuditTrail implements AuditTrail {
  constructor(
    private readonly state: StoredState,
    private readonly ids: IdGenerator,
  ) {}

  async append(event: AuditEvent): Promise<void> {
    const id = this.ids.next();
    if (this.state.audit.has(id)) throw new Error(`an audit event ${id} is stored already`);
    this.state.audit.set(id, { ...structuredClone(event), id, traceId: null });
  }
}

export class InMemoryAuditReader implements AuditReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async list({ limit, before, action, actorId, subjectId }: AuditRequest): Promise<readonly AuditRecord[]> {
    return [...this.database.read().audit.values()]
      .filter((event) => before === undefined || newestFirst(before, event) < 0)
      .filter((event) => action === undefined || event.action === action)
      .filter((event) => actorId === undefined || event.actor.id === actorId)
      .filter((event) => subjectId === undefined || event.subject?.id === subjectId)
      .sort(newestFirst)
      .slice(0, limit);
  }
}

type Placed = Pick<AuditRecord, 'at' | 'id'>;

const newestFirst = (a: Placed, b: Placed): number =>
  b.at.getTime() - a.at.getTime() || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);
