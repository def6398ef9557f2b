import {
  SALARY_PERCENTILES,
  type CountGrouping,
  type SalaryGrouping,
  type VacancyFilters,
} from '@job-scope/vacancies-ports';
import { parametersOf, where, type Statement } from './conditions';

type Grouping = SalaryGrouping | CountGrouping;

interface Keys {
  readonly columns: readonly string[];
  /** The groups of one vacancy, as `id` and `name`. */
  readonly of: string;
}

const reference = (id: string, name: string): Keys => ({
  columns: [...new Set([id, name])],
  of: `SELECT ${id} AS id, ${name} AS name WHERE ${name} IS NOT NULL`,
});
const published = (format: string): Keys => ({
  columns: ['published_at'],
  of: `SELECT text AS id, text AS name FROM to_char(published_at AT TIME ZONE 'Europe/Moscow', '${format}') text`,
});

const KEYS: Readonly<Record<Grouping, Keys>> = {
  source: reference('source', 'source'),
  area: {
    columns: ['area_path'],
    of: `SELECT region->>'id' AS id, region->>'name' AS name FROM coalesce(area_path->1, area_path->0) region
         WHERE region IS NOT NULL`,
  },
  employer: reference('employer_id', 'employer_name'),
  experience: reference('experience_id', 'experience_name'),
  professionalRole: {
    columns: ['professional_roles'],
    of: `SELECT role->>'id' AS id, role->>'name' AS name FROM jsonb_array_elements(professional_roles) role`,
  },
  skill: {
    columns: ['key_skills'],
    of: `SELECT skill AS id, skill AS name FROM jsonb_array_elements_text(key_skills) skill`,
  },
  currency: reference('salary_currency', 'salary_currency'),
  day: published('YYYY-MM-DD'),
  month: published('YYYY-MM'),
};

export const isTime = (by: Grouping): boolean => by === 'day' || by === 'month';

/** What is told of a set of vacancies. */
export interface Measure {
  readonly columns: readonly string[];
  readonly figures: string;
}

export const COUNTS: Measure = { columns: [], figures: 'count(*)::int AS vacancies' };

export const SALARIES: Measure = {
  columns: [
    'monthly_estimated',
    '(coalesce((monthly_from_minor + monthly_to_minor) / 2.0, monthly_from_minor, monthly_to_minor))::float8 AS amount',
  ],
  figures: `count(*)::int AS vacancies, count(amount)::int AS "withSalary",
    (count(*) FILTER (WHERE monthly_estimated))::int AS estimated,
    percentile_cont(ARRAY[${SALARY_PERCENTILES.join(', ')}]) WITHIN GROUP (ORDER BY amount) AS percentiles`,
};

/** How many match, no further than one above `max`, and how many vacancies there are about. */
export const extentSql = (filters: VacancyFilters, max: number): Statement => {
  const { parameters, bind } = parametersOf();
  const counted = `SELECT FROM vacancies.search_documents ${where(filters, undefined, bind)} LIMIT ${bind(max + 1)}`;
  const about = `SELECT reltuples FROM pg_class WHERE oid = 'vacancies.search_documents'::regclass`;
  return {
    sql: `SELECT (SELECT count(*) FROM (${counted}) counted)::int AS matching, (${about})::float8 AS about`,
    parameters,
  };
};

/**
 * The figures of all, and those of each group. Of a part, whole pages are drawn, always the same ones while the table stays
 * as it is: the others are not read.
 */
export const statisticsSql = (
  measure: Measure,
  { by, filters, limit }: { readonly by: Grouping; readonly filters: VacancyFilters; readonly limit: number },
  share: number,
): Statement => {
  const { parameters, bind } = parametersOf();
  const { columns, of } = KEYS[by];
  const drawn = share < 1 ? `TABLESAMPLE SYSTEM (${bind(100 * share)}) REPEATABLE (0)` : '';
  const order = isTime(by) ? 'id DESC' : 'vacancies DESC, max(name) COLLATE "C", id';
  const sql = `
    WITH matched AS MATERIALIZED (
      SELECT ${[...columns, ...measure.columns].join(', ')} FROM vacancies.search_documents ${drawn}
      ${where(filters, undefined, bind)}
    )
    SELECT true AS whole, NULL AS id, NULL AS name, ${measure.figures} FROM matched
    UNION ALL
    (SELECT false, id, max(name) AS name, ${measure.figures} FROM matched CROSS JOIN LATERAL (${of}) key
     GROUP BY id, CASE WHEN id IS NULL THEN name END ORDER BY ${order} LIMIT ${bind(limit)})`;
  return { sql, parameters };
};
