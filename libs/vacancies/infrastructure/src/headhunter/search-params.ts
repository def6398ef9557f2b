import type { CollectionQuery, QueryPart } from '@job-scope/vacancies-domain';
import type { SourcePageRequest } from '@job-scope/vacancies-ports';
import { formatHhDate } from './hh-date';
import { UNDIVIDED } from './split-slice';

/** The most the API gives. It must not change while paging: the API counts pages, not items. */
export const PER_PAGE = 100;

/** `date_to` is refused without `date_from`; HeadHunter began in 2000. */
const BEFORE_ALL = new Date('2000-01-01T00:00:00Z');

/** What HeadHunter calls the parts of a query. */
const NAMES: Readonly<Record<Exclude<QueryPart, 'box'>, string>> = {
  text: 'text',
  searchFields: 'search_field',
  excludedText: 'excluded_text',
  areas: 'area',
  metro: 'metro',
  professionalRoles: 'professional_role',
  industries: 'industry',
  employers: 'employer_id',
  excludedEmployers: 'excluded_employer_id',
  experience: 'experience',
  employment: 'employment',
  employmentForms: 'employment_form',
  schedule: 'schedule',
  workFormats: 'work_format',
  partTime: 'part_time',
  labels: 'label',
  salary: 'salary',
  currency: 'currency',
  onlyWithSalary: 'only_with_salary',
  acceptTemporary: 'accept_temporary',
};

/** Booleans are written in small letters; a false one is left out, as it asks for nothing. */
const wordsOf = ({ box, ...query }: CollectionQuery): readonly (readonly [string, string])[] => {
  const words = Object.entries(NAMES).flatMap(([part, name]) => {
    const value = query[part as keyof typeof NAMES] ?? false;
    return value === false ? [] : [value].flat().map((one) => [name, String(one)] as const);
  });
  if (!box) return words;
  const edges = { top_lat: box.top, bottom_lat: box.bottom, left_lng: box.left, right_lng: box.right };
  return [...words, ...Object.entries(edges).map(([name, degrees]) => [name, String(degrees)] as const)];
};

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
  for (const [name, value] of wordsOf(query)) params.append(name, value);
  if (publishedFrom ?? publishedTo) params.set('date_from', formatHhDate(publishedFrom ?? BEFORE_ALL));
  if (publishedTo) params.set('date_to', formatHhDate(publishedTo));
  // A slice lies within the query: its values take the place of the query's.
  for (const [name, value] of Object.entries(filters)) if (name !== UNDIVIDED) params.set(name, value);
  return params;
};
