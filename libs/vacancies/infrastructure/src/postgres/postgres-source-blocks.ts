import type { SourceName } from '@job-scope/vacancies-domain';
import type { SourceBlock, SourceBlocks } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

/** Time is the database's. */
export class PostgresSourceBlocks implements SourceBlocks {
  constructor(private readonly dataSource: DataSource) {}

  async of(source: SourceName): Promise<SourceBlock | null> {
    const [block] = await this.dataSource.query<SourceBlock[]>(
      `SELECT blocked_until AS until, coalesce(blocked_reason, '') AS reason
       FROM vacancies.source_budgets WHERE source = $1 AND blocked_until > now()`,
      [source],
    );
    return block ?? null;
  }

  async lift(source: SourceName): Promise<void> {
    await this.dataSource.query(
      'UPDATE vacancies.source_budgets SET blocked_until = NULL, blocked_reason = NULL WHERE source = $1',
      [source],
    );
  }
}
