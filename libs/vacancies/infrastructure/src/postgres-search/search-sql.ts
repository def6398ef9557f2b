import type { VacancySearch } from '@job-scope/vacancies-ports';
import type { SearchPosition } from '../search-position';
import { isEverything, parametersOf, where, type Statement } from './conditions';
import { countedWhere } from './count-sql';
import { hitColumns } from './search-row';
import type { Sorting } from './sorting';
import type { TextQuery } from './text-query';

/** The page, one row longer than asked for to see whether another follows. */
export const pageSql = (
  request: VacancySearch,
  text: TextQuery | undefined,
  sorting: Sorting,
  after: SearchPosition | undefined,
): Statement => {
  const { parameters, bind } = parametersOf();
  const columns = `${hitColumns(request.highlight && text !== undefined)}, ${sorting.key(bind)} AS key`;
  const conditions = [where(request, text, bind), ...(after ? [sorting.beyond(after, bind)] : [])].filter(Boolean);
  const sql = `
    SELECT ${columns} FROM vacancies.search_documents
    ${conditions.join(conditions[0]?.startsWith('WHERE') ? ' AND ' : ' ')}
    ORDER BY ${sorting.orderBy(bind)} LIMIT ${bind(request.limit + 1)}`;
  return { sql, parameters };
};

/** Nobody reads so far, and counting on would cost more than the page itself. */
const MAX_COUNTED = 10_000;

/** All that match, as one row; one more than `MAX_COUNTED` for more than that. */
export const totalSql = (request: VacancySearch, text: TextQuery | undefined): Statement => {
  const { parameters, bind } = parametersOf();
  if (isEverything(request, text)) {
    return {
      sql: `SELECT coalesce(sum(count), 0) AS total FROM (${countedWhere(`kind = 'total'`)}) known`,
      parameters,
    };
  }
  const counted = `SELECT FROM vacancies.search_documents ${where(request, text, bind)} LIMIT ${MAX_COUNTED + 1}`;
  return { sql: `SELECT count(*) AS total FROM (${counted}) counted`, parameters };
};

export const totalOf = (request: VacancySearch, text: TextQuery | undefined, total: string | undefined) => {
  const value = Number(total ?? 0);
  const exact = value <= MAX_COUNTED || isEverything(request, text);
  return { value: exact ? value : MAX_COUNTED, exact };
};
