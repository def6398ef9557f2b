import type { Area, AreaKey, SourceName } from '@job-scope/vacancies-domain';
import type { AreaChanges, AreaDirectory, AreaReader } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { storableJson, storableText } from './storable';

const COLUMNS = 'source, id, parent_id AS "parentId", name, path';

export class PostgresAreaReader implements AreaReader {
  constructor(private readonly dataSource: DataSource) {}

  byKeys(keys: readonly AreaKey[]): Promise<readonly Area[]> {
    return this.dataSource.query<Area[]>(
      `SELECT ${COLUMNS} FROM vacancies.areas
       JOIN unnest($1::text[], $2::text[]) AS wanted (source, id) USING (source, id)`,
      [keys.map(({ source }) => source), keys.map(({ id }) => id)],
    );
  }
}

export class PostgresAreaDirectory implements AreaDirectory {
  constructor(private readonly dataSource: DataSource) {}

  async replace(source: SourceName, areas: readonly Area[]): Promise<AreaChanges> {
    const [changes] = await this.dataSource.query<AreaChanges[]>(REPLACE, [
      source,
      areas.map(({ id }) => storableText(id)),
      areas.map(({ parentId }) => storableText(parentId)),
      areas.map(({ name }) => storableText(name)),
      areas.map(({ path }) => storableJson(path)),
    ]);
    return changes ?? { written: 0, removed: 0 };
  }
}

/**
 * One statement, and so all or nothing. What did not change is left out before the upsert, which would lock and so write
 * to it; the order keeps two workers that do the same from deadlocking.
 */
const REPLACE = `
  WITH sent AS (
    SELECT $1::text AS source, * FROM unnest($2::text[], $3::text[], $4::text[], $5::jsonb[]) AS s (id, parent_id, name, path)
  ), written AS (
    INSERT INTO vacancies.areas AS known (source, id, parent_id, name, path)
    SELECT sent.* FROM sent LEFT JOIN vacancies.areas area USING (source, id)
    WHERE (area.parent_id, area.name, area.path) IS DISTINCT FROM (sent.parent_id, sent.name, sent.path)
    ORDER BY sent.id
    ON CONFLICT (source, id) DO UPDATE
      SET parent_id = excluded.parent_id, name = excluded.name, path = excluded.path
    RETURNING 1
  ), doomed AS (
    SELECT source, id FROM vacancies.areas WHERE source = $1 AND NOT (id = ANY($2::text[])) ORDER BY id FOR UPDATE
  ), removed AS (
    DELETE FROM vacancies.areas area USING doomed WHERE (area.source, area.id) = (doomed.source, doomed.id) RETURNING 1
  )
  SELECT (SELECT count(*)::int FROM written) AS written, (SELECT count(*)::int FROM removed) AS removed`;
