import type { Area, AreaKey, SourceName } from '@job-scope/vacancies-domain';
import type { AreaChanges, AreaDirectory, AreaListRequest, AreaReader, ListedArea } from '@job-scope/vacancies-ports';
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

  list({ source, parentId, prefix, limit }: AreaListRequest): Promise<readonly ListedArea[]> {
    const [condition, text] = prefix === null ? [CHILDREN, []] : [WITHIN, [storableText(prefix).trim()]];
    return this.dataSource.query<ListedArea[]>(
      `SELECT ${COLUMNS}, EXISTS (SELECT FROM vacancies.areas child
         WHERE child.source = area.source AND child.parent_id = area.id) AS "hasChildren"
       FROM vacancies.areas area WHERE source = $1 AND ${condition}
       ORDER BY name COLLATE "C", id LIMIT $3`,
      [source, parentId, limit, ...text],
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

const CHILDREN = 'parent_id IS NOT DISTINCT FROM $2::text';

/** Every word begins after a space. All areas of the source are looked through: there are some thousands. */
const folded = (text: string): string => `' ' || translate(lower(${text}), 'ё-(', 'е  ')`;

const WITHIN = `strpos(${folded('name')}, ${folded('$4::text')}) > 0
  AND ($2::text IS NULL OR (id <> $2 AND path @> jsonb_build_array(jsonb_build_object('id', $2::text))))`;

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
