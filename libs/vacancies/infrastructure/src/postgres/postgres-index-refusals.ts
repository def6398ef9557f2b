import type { IndexRefusal, IndexRefusals, SearchEngine } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { storableText } from './storable';

export class PostgresIndexRefusals implements IndexRefusals {
  constructor(private readonly dataSource: DataSource) {}

  async note(
    engine: SearchEngine,
    vacancyIds: readonly string[],
    refused: readonly Omit<IndexRefusal, 'at'>[],
  ): Promise<void> {
    const inLockOrder = [...refused].sort((a, b) => (a.vacancyId < b.vacancyId ? -1 : 1));
    await this.dataSource.query(NOTE, [
      engine,
      vacancyIds,
      inLockOrder.map(({ vacancyId }) => vacancyId),
      inLockOrder.map(({ revision }) => revision),
      inLockOrder.map(({ reason }) => storableText(reason)),
    ]);
  }

  async count(engine: SearchEngine): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM vacancies.index_refusals WHERE engine = $1';
    const [row] = await this.dataSource.query<{ count: number }[]>(sql, [engine]);
    return row?.count ?? 0;
  }

  async list(engine: SearchEngine, limit: number): Promise<readonly IndexRefusal[]> {
    const rows = await this.dataSource.query<RefusalRow[]>(
      `SELECT vacancy_id, revision, reason, at FROM vacancies.index_refusals
       WHERE engine = $1 ORDER BY at DESC, vacancy_id LIMIT $2`,
      [engine, limit],
    );
    return rows.map(({ vacancy_id: vacancyId, revision, reason, at }) => ({
      ...{ engine, vacancyId, revision: Number(revision), reason, at },
    }));
  }

  async among(engine: SearchEngine, vacancyIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ vacancy_id: string }[]>(
      'SELECT vacancy_id FROM vacancies.index_refusals WHERE engine = $1 AND vacancy_id = ANY($2::uuid[])',
      [engine, vacancyIds],
    );
    return new Set(rows.map(({ vacancy_id: id }) => id));
  }
}

interface RefusalRow {
  readonly vacancy_id: string;
  readonly revision: string;
  readonly reason: string;
  readonly at: Date;
}

/** The time stays that of the first refusal of a revision. */
const NOTE = `
  WITH refused AS (
    SELECT * FROM unnest($3::uuid[], $4::bigint[], $5::text[]) AS refused (vacancy_id, revision, reason)
  ), taken AS (
    DELETE FROM vacancies.index_refusals
    WHERE engine = $1 AND vacancy_id = ANY($2::uuid[]) AND vacancy_id <> ALL($3::uuid[])
  )
  INSERT INTO vacancies.index_refusals AS known (engine, vacancy_id, revision, reason)
  SELECT $1, vacancy_id, revision, reason FROM refused ORDER BY vacancy_id
  ON CONFLICT (engine, vacancy_id) DO UPDATE
    SET reason = EXCLUDED.reason, revision = EXCLUDED.revision,
        at = CASE WHEN known.revision = EXCLUDED.revision THEN known.at ELSE EXCLUDED.at END`;
