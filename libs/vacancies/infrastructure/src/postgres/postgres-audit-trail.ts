import type { IdGenerator } from '@job-scope/kernel';
import { insertAuditEvent, selectAuditEvents, toAuditRecord, type AuditRow } from '@job-scope/platform-nest';
import type { AuditEvent } from '@job-scope/vacancies-domain';
import type { AuditReader, AuditRecord, AuditRequest, AuditTrail } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import type { Statements } from './statement';

const SCHEMA = 'vacancies';

export class PostgresAuditTrail implements AuditTrail {
  constructor(
    private readonly statements: Statements,
    private readonly ids: IdGenerator,
  ) {}

  async append(event: AuditEvent): Promise<void> {
    const { sql, parameters } = insertAuditEvent(SCHEMA, this.ids.next(), event);
    await this.statements.rows(sql, parameters);
  }
}

export class PostgresAuditReader implements AuditReader {
  constructor(private readonly dataSource: DataSource) {}

  async list(request: AuditRequest): Promise<readonly AuditRecord[]> {
    const { sql, parameters } = selectAuditEvents(SCHEMA, request);
    return (await this.dataSource.query<AuditRow[]>(sql, [...parameters])).map(toAuditRecord);
  }
}
