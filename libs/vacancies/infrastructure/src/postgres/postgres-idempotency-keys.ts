import type { BroughtByKey, IdempotencyKey, IdempotencyKeys } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';

export class PostgresIdempotencyKeys implements IdempotencyKeys {
  constructor(private readonly statements: Statements) {}

  async find({ owner, key }: IdempotencyKey): Promise<BroughtByKey | undefined> {
    const [row] = await this.statements.rows<BroughtByKey>(
      `SELECT CASE WHEN vacancy_id IS NULL THEN 'run' ELSE 'vacancy' END AS kind,
         coalesce(vacancy_id, run_id) AS id, fingerprint
       FROM vacancies.idempotency_keys WHERE owner = $1 AND key = $2`,
      [owner, key],
    );
    return row;
  }

  async remember({ owner, key }: IdempotencyKey, { kind, id, fingerprint }: BroughtByKey): Promise<boolean> {
    const rows = await this.statements.rows(
      `INSERT INTO vacancies.idempotency_keys (owner, key, ${kind}_id, fingerprint) VALUES ($1, $2, $3, $4)
       ON CONFLICT (owner, key) DO NOTHING RETURNING key`,
      [owner, key, id, fingerprint],
    );
    return rows.length > 0;
  }

  /** By their places in the table: rows are written once, and an index of two columns would not be used. */
  async forget(before: Date, limit: number): Promise<number> {
    const sql = `
      DELETE FROM vacancies.idempotency_keys WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM vacancies.idempotency_keys WHERE created_at < $1 ORDER BY created_at LIMIT $2
      )) RETURNING created_at`;
    return (await this.statements.rows(sql, [before, limit])).length;
  }
}
