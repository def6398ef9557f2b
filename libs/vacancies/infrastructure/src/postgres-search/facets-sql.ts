import { MAX_FACET_VALUES, type FacetName, type FacetValue, type VacancySearch } from '@job-scope/vacancies-ports';
import { isEverything, parametersOf, where, type Bind, type Statement } from './conditions';
import { topOf } from './count-sql';
import type { TextQuery } from './text-query';

export interface FacetRow {
  readonly facet: FacetName;
  readonly id: string | null;
  readonly name: string;
  readonly count: string;
}

const entriesOf = (column: string) =>
  `SELECT entry->>'id' AS id, entry->>'name' AS name FROM matched, jsonb_array_elements(${column}) entry`;

/** Each value of each vacancy that matched. */
const VALUES: Readonly<Record<FacetName, string>> = {
  source: 'SELECT source AS id, source AS name FROM matched',
  area: entriesOf('area_path'),
  employer: 'SELECT employer_id AS id, employer_name AS name FROM matched',
  professionalRole: entriesOf('professional_roles'),
  experience: 'SELECT experience_id AS id, experience_name AS name FROM matched',
  employment: 'SELECT employment_id AS id, employment_name AS name FROM matched',
  schedule: 'SELECT schedule_id AS id, schedule_name AS name FROM matched',
  workFormat: entriesOf('work_formats'),
  skill: 'SELECT skill AS id, skill AS name FROM matched, jsonb_array_elements_text(key_skills) skill',
};

const COLUMNS = [
  ...['source', 'area_path', 'employer_id', 'employer_name', 'professional_roles', 'experience_id', 'experience_name'],
  ...['employment_id', 'employment_name', 'schedule_id', 'schedule_name', 'work_formats', 'key_skills'],
].join(', ');

/** All facets in one statement. Those whose own filter is not set count the same matches, which are found once. */
export const facetsSql = (request: VacancySearch, text: TextQuery | undefined): Statement => {
  const { parameters, bind } = parametersOf();
  const shared = request.facets.some((facet) => request[facet] === undefined && !isEverything(request, text));
  const matched = shared ? `WITH matched AS MATERIALIZED (${matchedSql(request, text, bind)})` : '';
  const parts = request.facets.map((facet) => `(${facetSql(facet, request, text, bind)})`);
  return { sql: `${matched} ${parts.join(' UNION ALL ')}`, parameters };
};

export const toFacetValue = ({ id, name, count }: FacetRow): FacetValue => ({ id, name, count: Number(count) });

/** An anonymous employer has nothing but its name. */
const facetSql = (facet: FacetName, request: VacancySearch, text: TextQuery | undefined, bind: Bind): string => {
  const others = { ...request, [facet]: undefined };
  const counted = isEverything(others, text)
    ? `SELECT nullif(key, '') AS id, label AS name, count FROM (${topOf(bind(facet), MAX_FACET_VALUES)}) top WHERE count > 0`
    : `SELECT id, name, count(*) AS count FROM (${VALUES[facet]}) value WHERE name IS NOT NULL GROUP BY id, name`;
  const matched =
    request[facet] && !isEverything(others, text) ? `WITH matched AS (${matchedSql(others, text, bind)})` : '';
  return `${matched}
    SELECT ${bind(facet)} AS facet, id, max(name) AS name, sum(count) AS count FROM (${counted}) counted
    GROUP BY id, CASE WHEN id IS NULL THEN name END ORDER BY count DESC, name LIMIT ${MAX_FACET_VALUES}`;
};

const matchedSql = (request: VacancySearch, text: TextQuery | undefined, bind: Bind): string =>
  `SELECT ${COLUMNS} FROM vacancies.search_documents ${where(request, text, bind)}`;
