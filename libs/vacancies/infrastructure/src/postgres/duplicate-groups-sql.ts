import { MAX_UNTOLD } from '@job-scope/vacancies-ports';

/**
 * A group is one when it has two members, or had: the last one must learn that it stands alone. The limit and the offset
 * keep the subqueries from becoming joins over whole tables.
 */
export const TOUCHED = `
  SELECT duplicate_key AS key FROM vacancies.vacancies vacancy
  WHERE id = ANY($1::uuid[]) AND (
    SELECT true FROM vacancies.vacancies other
    WHERE other.duplicate_key = vacancy.duplicate_key AND other.id <> vacancy.id AND other.withheld IS NULL LIMIT 1)
  UNION
  SELECT left_behind.duplicate_key FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT duplicate_key FROM vacancies.duplicate_groups WHERE told_id = asked.id OFFSET 0) left_behind`;

/** In one order, so that relays wait for each other instead of deadlocking; rows that are there are locked, not written. */
export const LOCK = `
  INSERT INTO vacancies.duplicate_groups AS known (duplicate_key)
  SELECT key FROM unnest($1::text[]) AS key ORDER BY key COLLATE "C"
  ON CONFLICT (duplicate_key) DO UPDATE SET told_id = known.told_id WHERE false`;

const membersOf = (limit: number): string => `
  SELECT id FROM vacancies.vacancies member WHERE member.duplicate_key = held.duplicate_key AND withheld IS NULL
  ORDER BY state <> 'active', first_seen_at, id LIMIT ${limit}`;

/** A statement of its own: it must see what was told while the locks were waited for. In the order of `byCanonical`. */
export const READ = `
  SELECT duplicate_key AS key, told_id, (${membersOf(1)}) AS canonical_id,
    CASE WHEN told_id IS NULL THEN ARRAY(${membersOf(MAX_UNTOLD)}) ELSE '{}' END AS untold
  FROM vacancies.duplicate_groups held WHERE duplicate_key = ANY($1::text[])`;

export const TELL = `
  UPDATE vacancies.duplicate_groups held SET told_id = told.id
  FROM unnest($1::text[], $2::uuid[]) AS told (key, id)
  WHERE held.duplicate_key = told.key AND held.told_id IS DISTINCT FROM told.id`;
