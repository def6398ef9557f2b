import type { AuditRecord } from '@job-scope/auth-domain';
import type { AuditReader, AuditRequest } from '@job-scope/auth-ports';
import { selectAuditEvents, toAuditRecord, type AuditRow } from '@job-scope/platform-nest';
import type { DataSource } from 'typeorm';

export class PostgresAuditReader implements AuditReader {
  constructor(private readonly dataSource: DataSource) {}

  async list(request: AuditRequest): Promise<readonly AuditRecord[]> {
    const { sql, parameters } = selectAuditEvents('auth', request);
    return (await this.dataSource.query<AuditRow[]>(sql, [...parameters])).map(toRecord);
  }
}

/** In the words of this context, whose trail holds no others. */
const toRecord = (row: AuditRow): AuditRecord => {
  const { actor, ...record } = toAuditRecord(row);
  return { ...record, actor: actor.id === null ? { kind: actor.kind } : actor } as AuditRecord;
};
