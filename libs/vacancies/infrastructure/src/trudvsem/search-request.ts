import type { SourcePageRequest } from '@job-scope/vacancies-ports';

export const HEADERS = { 'user-agent': 'JobScope' };

/** The most the portal gives. */
export const PER_PAGE = 100;
/** The portal answers 500 from this page on. */
export const PAGES = 100;

/**
 * Path and parameters of one page. The portal's calendar is that of modification: it can be asked for what was changed
 * within bounds, not for what was published. `offset` counts pages, whatever it is called.
 */
export const searchUrl = (baseUrl: string, { query, slice }: SourcePageRequest, page: number): URL => {
  const url = urlOf(baseUrl, scopeOf(query, slice.filters));
  const { searchParams } = url;
  searchParams.set('limit', String(PER_PAGE));
  searchParams.set('offset', String(page));
  if (query.text) searchParams.set('text', query.text);
  if (slice.publishedFrom) searchParams.set('modifiedFrom', toSecond(slice.publishedFrom));
  if (slice.publishedTo) searchParams.set('modifiedTo', toSecond(slice.publishedTo));
  return url;
};

/** The address of one vacancy, which the portal files under its company. */
export const vacancyUrl = (baseUrl: string, companyCode: string, id: string): URL =>
  urlOf(baseUrl, `/vacancy/${encodeURIComponent(companyCode)}/${encodeURIComponent(id)}`);

const urlOf = (baseUrl: string, path: string): URL => new URL(`${baseUrl.replace(/\/+$/, '')}/api/v1/vacancies${path}`);

/** A company or a region, never both: the domain refuses queries that name more. */
const scopeOf = (
  { employers, areas }: SourcePageRequest['query'],
  filters: SourcePageRequest['slice']['filters'],
): string => {
  const [company] = employers ?? [];
  if (company !== undefined) return `/company/ogrn/${encodeURIComponent(company)}`;
  const region = filters['region'] ?? areas?.[0];
  return region === undefined ? '' : `/region/${encodeURIComponent(region)}`;
};

/** Bounds are whole seconds and both inclusive; slices are cut on a grid of minutes. */
const toSecond = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
