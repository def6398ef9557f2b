import type { Vacancy } from '@job-scope/vacancies-domain';
import { normaliseText } from '../search-text';
import { OPEN, parametersOf, type Bind, type Statement } from './conditions';
import { roleLabels } from './labels';
import { hitColumns } from './search-row';

/** How many vacancies are looked at that have all words of the title, and how many that have any word or skill. */
const MAX_CLOSE = 1000;
const MAX_FAR = 2000;
/** What a common role is worth, where a common word of the title is worth about 0.6 and one of the text 0.1. */
const ROLE_WEIGHT = 0.1;

/** The words of the title and the skills, any of them; undefined if there is none. */
export const similarSql = (vacancy: Vacancy, limit: number): Statement | undefined => {
  const { parameters, bind } = parametersOf();
  const title = normaliseText(vacancy.title);
  const skills = (vacancy.details?.keySkills ?? []).map(normaliseText);
  const parts = [...new Set([...title.split(' '), ...skills])].filter(Boolean);
  if (parts.length === 0) return undefined;
  const sql = `
    WITH asked AS (
      SELECT plainto_tsquery('vacancies.search', ${bind(title)}) AS whole_title,
             ${parts.map((part) => `phraseto_tsquery('vacancies.search', ${bind(part)})`).join(' || ')} AS any_part
    ), candidates AS (
      (${candidates('whole_title', MAX_CLOSE, vacancy, bind)}) UNION (${candidates('any_part', MAX_FAR, vacancy, bind)})
    )
    SELECT ${hitColumns(false)} FROM vacancies.search_documents JOIN candidates USING (id) CROSS JOIN asked
    ORDER BY ts_rank(tsv, any_part)
      + ${ROLE_WEIGHT} * (labels && ${bind(roleLabels(vacancy.professionalRoles))}::text[])::int DESC, id DESC
    LIMIT ${bind(limit)}`;
  return { sql, parameters };
};

const candidates = (query: 'whole_title' | 'any_part', limit: number, vacancy: Vacancy, bind: Bind): string => `
  SELECT id FROM vacancies.search_documents
  WHERE ${OPEN} AND tsv @@ (SELECT ${query} FROM asked) AND id <> ${bind(vacancy.id)}
    AND duplicate_key IS DISTINCT FROM coalesce(${bind(vacancy.duplicateKey)}, 'none')
  LIMIT ${limit}`;
