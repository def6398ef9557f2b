import type { SourceName } from '@job-scope/vacancies-domain';
import type { SourceSwitches } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';

/** A row for each source that is paused. */
export class PostgresSourceSwitches implements SourceSwitches {
  constructor(private readonly statements: Statements) {}

  async pausedSince(source: SourceName): Promise<Date | null> {
    const sql = 'SELECT paused_at FROM vacancies.paused_sources WHERE source = $1';
    const [row] = await this.statements.rows<{ paused_at: Date }>(sql, [source]);
    return row?.paused_at ?? null;
  }

  async pause(source: SourceName, at: Date): Promise<boolean> {
    const sql = `INSERT INTO vacancies.paused_sources (source, paused_at) VALUES ($1, $2)
      ON CONFLICT (source) DO NOTHING RETURNING source`;
    return (await this.statements.rows(sql, [source, at])).length > 0;
  }

  async resume(source: SourceName): Promise<boolean> {
    const sql = 'DELETE FROM vacancies.paused_sources WHERE source = $1 RETURNING source';
    return (await this.statements.rows(sql, [source])).length > 0;
  }
}
