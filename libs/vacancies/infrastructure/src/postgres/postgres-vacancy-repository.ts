import type { IdGenerator } from '@job-scope/kernel';
import type { StoredVacancy, StoreResult, VacancyRepository, VacancyToStore } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';
import { COLUMN_TYPES, COLUMNS, toRow, type Column } from './vacancy-row';

/**
 * Stores a batch with two statements, whatever its size: each column travels as one array. Both take their row locks in
 * a fixed order, so that transactions with the same vacancies wait for each other instead of deadlocking.
 */
export class PostgresVacancyRepository implements VacancyRepository {
  constructor(
    private readonly statements: Statements,
    private readonly ids: IdGenerator,
  ) {}

  async store(batch: readonly VacancyToStore[], seenAt: Date): Promise<StoreResult> {
    if (batch.length === 0) return { written: [], unchanged: 0 };
    const rows = batch.map(toRow);
    const keys = rows.map(({ source, source_id: sourceId }) => `${source}\n${sourceId}`);
    if (new Set(keys).size < rows.length) throw new Error('a batch must hold each vacancy once');

    const valuesOf = (column: Column) => rows.map((row) => row[column]);
    const newIds = rows.map(() => this.ids.next());
    const written = await this.statements.rows<WrittenRow>(STORE, [seenAt, newIds, ...COLUMNS.map(valuesOf)]);
    await this.statements.rows(SEE, [seenAt, valuesOf('source'), valuesOf('source_id')]);
    return { written: written.map(toStored), unchanged: batch.length - written.length };
  }
}

interface WrittenRow {
  readonly id: string;
  readonly revision: string;
}

const toStored = ({ id, revision }: WrittenRow): StoredVacancy => ({
  id,
  revision: Number(revision),
  outcome: revision === '1' ? 'created' : 'changed',
});

/**
 * Rows that are known with the same hash are left out before the upsert, which would lock, and so write to, every row
 * that it meets. The condition of the upsert decides again for those that another transaction has written meanwhile.
 */
const STORE = `
  INSERT INTO vacancies.vacancies AS stored
    (id, revision, first_seen_at, changed_at, ${COLUMNS.join(', ')})
  SELECT sent.id, 1, $1, $1, ${COLUMNS.map((column) => `sent.${column}`).join(', ')}
  FROM unnest($2::uuid[], ${COLUMNS.map((column, index) => `$${index + 3}::${COLUMN_TYPES[column]}[]`).join(', ')})
    AS sent (id, ${COLUMNS.join(', ')})
  LEFT JOIN vacancies.vacancies known USING (source, source_id)
  WHERE known.content_hash IS DISTINCT FROM sent.content_hash
  ORDER BY sent.source COLLATE "C", sent.source_id COLLATE "C"
  ON CONFLICT (source, source_id) DO UPDATE
    SET revision = stored.revision + 1, changed_at = excluded.changed_at,
        ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE stored.content_hash <> excluded.content_hash
  RETURNING id, revision`;

/** A statement of its own: it must also see the vacancies that another transaction has stored during the first. */
const SEE = `
  INSERT INTO vacancies.vacancy_sightings AS seen (vacancy_id, last_seen_at)
  SELECT vacancy.id, $1
  FROM unnest($2::text[], $3::text[]) AS sent (source, source_id)
  JOIN vacancies.vacancies vacancy USING (source, source_id)
  ORDER BY vacancy.id
  ON CONFLICT (vacancy_id) DO UPDATE SET last_seen_at = excluded.last_seen_at
    WHERE seen.last_seen_at < excluded.last_seen_at`;
