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

interface FacetSource {
  /** Where the documents hold it. */
  readonly columns: readonly string[];
  /** Each value of each vacancy that matched. */
  readonly values: string;
}

const reference = (id: string, name: string): FacetSource => ({
  columns: [id, name],
  values: `SELECT ${id} AS id, ${name} AS name FROM matched`,
});

const entriesOf = (column: string): FacetSource => ({
  columns: [column],
  values: `SELECT entry->>'id' AS id, entry->>'name' AS name FROM matched, jsonb_array_elements(${column}) entry`,
});

const SOURCES: Readonly<Record<FacetName, FacetSource>> = {
  source: { columns: ['source'], values: 'SELECT source AS id, source AS name FROM matched' },
  area: entriesOf('area_path'),
  employer: reference('employer_id', 'employer_name'),
  professionalRole: entriesOf('professional_roles'),
  experience: reference('experience_id', 'experience_name'),
  employment: reference('employment_id', 'employment_name'),
  schedule: reference('schedule_id', 'schedule_name'),
  workFormat: entriesOf('work_formats'),
  skill: {
    columns: ['key_skills'],
    values: 'SELECT skill AS id, skill AS name FROM matched, jsonb_array_elements_text(key_skills) skill',
  },
};

/** All facets in one statement. Those whose own filter is not set count the same matches, which are found once. */
export const facetsSql = (request: VacancySearch, text: TextQuery | undefined): Statement => {
  const { parameters, bind } = parametersOf();
  const sharing = isEverything(request, text) ? [] : request.facets.filter((facet) => request[facet] === undefined);
  const shared = sharing.length > 0 ? `WITH matched AS MATERIALIZED (${matchedSql(sharing, request, text, bind)})` : '';
  const parts = request.facets.map((facet) => `(${facetSql(facet, request, text, bind)})`);
  return { sql: `${shared} ${parts.join(' UNION ALL ')}`, parameters };
};

export const toFacetValue = ({ id, name, count }: FacetRow): FacetValue => ({ id, name, count: Number(count) });

/** An anonymous employer has nothing but its name. */
const facetSql = (facet: FacetName, request: VacancySearch, text: TextQuery | undefined, bind: Bind): string => {
  const others = { ...request, [facet]: undefined };
  const counted = isEverything(others, text)
    ? `SELECT nullif(key, '') AS id, label AS name, count FROM (${topOf(bind(facet), MAX_FACET_VALUES)}) top WHERE count > 0`
    : `SELECT id, name, count(*) AS count FROM (${SOURCES[facet].values}) value WHERE name IS NOT NULL GROUP BY id, name`;
  const matched =
    request[facet] && !isEverything(others, text) ? `WITH matched AS (${matchedSql([facet], others, text, bind)})` : '';
  return `${matched}
    SELECT ${bind(facet)} AS facet, id, max(name) AS name, sum(count) AS count FROM (${counted}) counted
    GROUP BY id, CASE WHEN id IS NULL THEN name END ORDER BY count DESC, name LIMIT ${MAX_FACET_VALUES}`;
};

/** Without the columns that nobody counts: many matches would not fit into memory with them. */
const matchedSql = (
  facets: readonly FacetName[],
  request: VacancySearch,
  text: TextQuery | undefined,
  bind: Bind,
): string => {
  const columns = facets.flatMap((facet) => SOURCES[facet].columns);
  return `SELECT ${columns.join(', ')} FROM vacancies.search_documents ${where(request, text, bind)}`;
};
