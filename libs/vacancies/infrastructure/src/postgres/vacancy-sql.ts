import { readable } from '../hit-row';
import { CONTENT_COLUMNS, DETAILS_COLUMNS, setDetails, unnest, type Column } from './vacancy-columns';

const list = (columns: readonly string[], of = '') => columns.map((column) => `${of}${column}`).join(', ');
const set = (columns: readonly string[], from: string) =>
  columns.map((column) => `${column} = ${from}.${column}`).join(', ');

/** The order of the store in which every statement takes its row locks: two of them wait, and never deadlock. */
const LOCK_ORDER = (table: string) => `ORDER BY ${table}.source COLLATE "C", ${table}.source_id COLLATE "C"`;

const TOLD_OTHERS = 'sent.details_hash IS NOT NULL AND known.details_hash IS DISTINCT FROM sent.details_hash';

/** What superusers have closed or opened stays so, whatever a source says. */
const MOVED = (known: string, sent: string) =>
  `(${known}.state <> ${sent}.state AND 'archived' <> ALL (${known}.edited))`;

/** A payload without a hash told what could not be understood. */
const TOLD_IN_VAIN =
  '(sent.details_hash IS NULL AND sent.details_raw IS NOT NULL AND known.details_raw IS DISTINCT FROM sent.details_raw)';

/** What `STORE` sends, after the moment. */
export const STORED_COLUMNS = [
  ...(['id', 'source', 'source_id', 'state', 'raw'] as const),
  ...CONTENT_COLUMNS,
  ...DETAILS_COLUMNS,
] satisfies readonly Column[];

const REPLACED = ['state', 'raw', ...CONTENT_COLUMNS];

/**
 * Rows that are known and say the same are left out before the upsert, which would lock, and so write to, every row that
 * it meets. The condition of the upsert decides again for those that another transaction has written meanwhile.
 */
export const STORE = `
  INSERT INTO vacancies.vacancies AS stored (revision, first_seen_at, changed_at, ${list(STORED_COLUMNS)})
  SELECT 1, $1, $1, ${list(STORED_COLUMNS, 'sent.')}
  FROM ${unnest(STORED_COLUMNS, 2)}
  LEFT JOIN vacancies.vacancies known USING (source, source_id)
  WHERE known.content_hash IS DISTINCT FROM sent.content_hash OR ${MOVED('known', 'sent')} OR ${TOLD_OTHERS}
  ${LOCK_ORDER('sent')}
  ON CONFLICT (source, source_id) DO UPDATE
    SET revision = stored.revision + 1, changed_at = excluded.changed_at, ${set(REPLACED, 'excluded')},
        ${setDetails([...DETAILS_COLUMNS, 'details_raw'], 'stored', 'excluded')}
    WHERE stored.content_hash <> excluded.content_hash OR ${MOVED('stored', 'excluded')}
       OR (excluded.details_hash IS NOT NULL AND stored.details_hash IS DISTINCT FROM excluded.details_hash)
  RETURNING id, revision`;

/** Sends what `STORE` sends, of one vacancy that is not there yet: it needs no right to rewrite any. */
export const CREATE = `
  WITH created AS (
    INSERT INTO vacancies.vacancies (revision, first_seen_at, changed_at, ${list(STORED_COLUMNS)})
    SELECT 1, $1, $1, ${list(STORED_COLUMNS, 'sent.')} FROM ${unnest(STORED_COLUMNS, 2)}
    RETURNING id
  )
  INSERT INTO vacancies.vacancy_sightings (vacancy_id, last_seen_at) SELECT id, $1 FROM created`;

/** A statement of its own: it must also see the vacancies that another transaction has stored during the first. */
export const SEE = `
  INSERT INTO vacancies.vacancy_sightings AS seen (vacancy_id, last_seen_at)
  SELECT vacancy.id, $1
  FROM unnest($2::text[], $3::text[]) AS sent (source, source_id)
  JOIN vacancies.vacancies vacancy USING (source, source_id)
  ORDER BY vacancy.id
  ON CONFLICT (vacancy_id) DO UPDATE SET last_seen_at = excluded.last_seen_at
    WHERE seen.last_seen_at < excluded.last_seen_at`;

export const SEE_BY_ID = `
  INSERT INTO vacancies.vacancy_sightings AS seen (vacancy_id, last_seen_at)
  SELECT vacancy.id, $1 FROM vacancies.vacancies vacancy WHERE vacancy.id = ANY($2::uuid[])
  ORDER BY vacancy.id
  ON CONFLICT (vacancy_id) DO UPDATE SET last_seen_at = excluded.last_seen_at
    WHERE seen.last_seen_at < excluded.last_seen_at`;

/** What `AMEND` sends, after the moment. */
export const AMENDED_COLUMNS = [
  ...(['id', 'state', 'details_raw'] as const),
  ...DETAILS_COLUMNS,
] satisfies readonly Column[];

export const AMEND = `
  WITH amended AS (
    SELECT sent.* FROM ${unnest(AMENDED_COLUMNS, 2)} JOIN vacancies.vacancies known USING (id)
    WHERE ${MOVED('known', 'sent')} OR ${TOLD_OTHERS} OR ${TOLD_IN_VAIN}
    ${LOCK_ORDER('known')}
    FOR NO KEY UPDATE OF known
  )
  UPDATE vacancies.vacancies AS stored
  SET revision = stored.revision + 1, changed_at = $1, state = amended.state,
      details_raw = coalesce(amended.details_raw, stored.details_raw), ${setDetails(DETAILS_COLUMNS, 'stored', 'amended')}
  FROM amended WHERE stored.id = amended.id
  RETURNING stored.id, stored.revision`;

/** What `REWRITE` sends. */
export const REWRITTEN_COLUMNS = [
  ...(['id', 'revision'] as const),
  ...CONTENT_COLUMNS,
  ...DETAILS_COLUMNS,
] satisfies readonly Column[];

const CONCLUDED = ['duplicate_key', 'monthly_from_minor', 'monthly_to_minor', 'monthly_estimated'];

/** The revision is that of the payload: a row that was written since has another payload, and is not for us. */
export const REWRITE = `
  WITH rewritten AS (
    SELECT sent.* FROM ${unnest(REWRITTEN_COLUMNS, 1)} JOIN vacancies.vacancies known USING (id, revision)
    WHERE known.edited = '{}' AND (known.content_hash <> sent.content_hash OR ${TOLD_OTHERS}
       OR (${list(CONCLUDED, 'known.')}) IS DISTINCT FROM (${list(CONCLUDED, 'sent.')}))
    ${LOCK_ORDER('known')}
    FOR NO KEY UPDATE OF known
  )
  UPDATE vacancies.vacancies AS stored
  SET revision = stored.revision + 1, ${set(CONTENT_COLUMNS, 'rewritten')},
      ${setDetails(DETAILS_COLUMNS, 'stored', 'rewritten')}
  FROM rewritten WHERE stored.id = rewritten.id AND stored.revision = rewritten.revision
  RETURNING stored.id, stored.revision`;

/** A vacancy as `toVacancy` takes it. */
export const READ_COLUMNS = STORED_COLUMNS.map(readable);

/** What readers find of vacancies. The sighting by a subquery: a join would be planned as a walk over all of them. */
export const read = (columns: readonly string[]): string => `
  SELECT revision, first_seen_at, changed_at, ${columns.join(', ')},
    (SELECT last_seen_at FROM vacancies.vacancy_sightings WHERE vacancy_id = id) AS last_seen_at
  FROM vacancies.vacancies WHERE id = ANY($1::uuid[]) AND withheld IS NULL`;

export const KNOWN_SINCE = `
  SELECT vacancy.changed_at > $3 OR (vacancy.state <> 'active' AND seen.last_seen_at > $3) AS known
  FROM vacancies.vacancies vacancy JOIN vacancies.vacancy_sightings seen ON seen.vacancy_id = vacancy.id
  WHERE vacancy.source = $1 AND vacancy.source_id = $2
  FOR NO KEY UPDATE OF vacancy, seen`;

export const HOLD_ALL = `
  SELECT FROM vacancies.vacancies known WHERE id = ANY ($1::uuid[]) ${LOCK_ORDER('known')} FOR NO KEY UPDATE`;

export const HOLD_SIGHTINGS = `
  SELECT FROM vacancies.vacancy_sightings WHERE vacancy_id = ANY ($1::uuid[]) ORDER BY vacancy_id FOR NO KEY UPDATE`;

export const HOLD = 'SELECT revision, withheld, edited FROM vacancies.vacancies WHERE id = $1 FOR NO KEY UPDATE';

/** The row as its source tells it. */
export const TOLD = `
  SELECT ${STORED_COLUMNS.map(readable).join(', ')} FROM (
    SELECT told.* FROM vacancies.vacancies stored, jsonb_populate_record(stored, coalesce(stored.told, '{}')) told
    WHERE stored.id = $1) told`;

export const WITHHOLD = `
  UPDATE vacancies.vacancies SET withheld = $2, revision = revision + 1, changed_at = $3 WHERE id = $1
  RETURNING id, revision`;

/** What an edit sends of a vacancy, after its identifier, the moment and the fields: the rest stays as it is. */
export const EDITED_COLUMNS = [
  ...(['title', 'url', 'apply_url', 'requirement', 'responsibility', 'has_test', 'duplicate_key'] as const),
  ...(['employer_id', 'employer_name', 'employer_url', 'employer_trusted', 'employer_accredited_it'] as const),
  ...(['area_id', 'area_name', 'address', 'experience_id', 'experience_name', 'employment_id'] as const),
  ...(['employment_name', 'schedule_id', 'schedule_name', 'work_formats', 'professional_roles'] as const),
  ...(['salary_from_minor', 'salary_to_minor', 'salary_currency', 'salary_gross', 'salary_period'] as const),
  ...(['monthly_from_minor', 'monthly_to_minor', 'monthly_estimated', 'monthly_rates_on'] as const),
  ...(['description_html', 'description_text', 'key_skills', 'published_at'] as const),
] satisfies readonly Column[];

const KEY_SKILLS = `$${EDITED_COLUMNS.indexOf('key_skills') + 5}::jsonb`;

/** What superusers alone have told of the details is as unknown as before when all of that was given back. */
const unlessUntold = (value: string): string =>
  `CASE WHEN details_hash = '' AND told->'key_skills' = 'null' AND NOT $3::text[] && '{description,keySkills}'
        THEN NULL ELSE ${value} END`;

/**
 * `$4` is the state: one that is gone is closed already. The digest is of what its source has told; where it has told
 * nothing it is of nothing.
 */
export const EDIT = `
  UPDATE vacancies.vacancies
  SET revision = revision + 1, changed_at = $2, edited = $3::text[],
      state = CASE WHEN 'active' IN (state, $4::text) THEN $4::text ELSE state END,
      details_hash = ${unlessUntold(`coalesce(details_hash, CASE WHEN ${KEY_SKILLS} IS NOT NULL THEN '' END)`)},
      ${EDITED_COLUMNS.map((column, index) =>
        column === 'key_skills' ? `key_skills = ${unlessUntold(KEY_SKILLS)}` : `${column} = $${index + 5}`,
      ).join(', ')}
  WHERE id = $1 RETURNING id, revision`;

/** Tells the trigger that keeps what was edited whether superusers are at it. */
export const EDITING = `SELECT set_config('job_scope.editing', $1, true)`;

/** Tells the trigger that keeps the history, to the end of the transaction, whether it has anything to note. */
export const READING_ANEW = `SELECT set_config('job_scope.reading_anew', $1, true)`;
