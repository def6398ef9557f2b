import type { SourcePageRequest } from '@job-scope/vacancies-ports';
import { formatHhDate } from './hh-date';

/** The most the API gives. It must not change while paging: the API counts pages, not items. */
export const PER_PAGE = 100;

/** `date_to` is refused without `date_from`; HeadHunter began in 2000. */
const BEFORE_ALL = new Date('2000-01-01T00:00:00Z');

/** Lists repeat their key; joined by commas they would be one unknown value. */
export const searchParams = (request: SourcePageRequest, page: number): URLSearchParams => {
  const {
    query,
    slice: { publishedFrom, publishedTo, filters },
  } = request;
  const params = new URLSearchParams({ page: String(page), per_page: String(PER_PAGE) });
  // The default order is not documented, and "magic" turns words of the text into filters.
  params.set('order_by', 'publication_time');
  params.set('no_magic', 'true');
  if (query.text) params.set('text', query.text);
  for (const area of query.areas ?? []) params.append('area', area);
  for (const role of query.professionalRoles ?? []) params.append('professional_role', role);
  for (const employer of query.employers ?? []) params.append('employer_id', employer);
  if (query.onlyWithSalary) params.set('only_with_salary', 'true');
  if (publishedFrom ?? publishedTo) params.set('date_from', formatHhDate(publishedFrom ?? BEFORE_ALL));
  if (publishedTo) params.set('date_to', formatHhDate(publishedTo));
  // A slice lies within the query: its values take the place of the query's.
  for (const [name, value] of Object.entries(filters)) params.set(name, value);
  return params;
};
