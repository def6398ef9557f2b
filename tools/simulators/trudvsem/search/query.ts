import { normalise } from '@job-scope/simulator-shared';
import { badRequest } from '../errors';

export const MAX_LIMIT = 100;

/** A query string: a repeated key is a list, of which the first counts. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface PageQuery {
  readonly limit: number;
  /** Index of the page, from 0: whatever the name says, it does not count vacancies. */
  readonly offset: number;
  /** Words that must all occur. */
  readonly words: readonly string[];
  /** Bounds of `date_modify`, both inclusive; seconds since the epoch. */
  readonly from?: number;
  readonly to?: number;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Unknown parameters are passed over. @throws PortalError 400 */
export function readQuery(given: QueryParameters): PageQuery {
  const text = (name: string) => [given[name] ?? []].flat()[0] || undefined;
  return {
    limit: Math.min(integer('limit', text('limit'), 1) ?? MAX_LIMIT, MAX_LIMIT),
    offset: integer('offset', text('offset'), 0) ?? 0,
    words: normalise(text('text') ?? '')
      .trim()
      .split(' ')
      .filter((word) => word !== ''),
    from: instant('modifiedFrom', text('modifiedFrom')),
    to: instant('modifiedTo', text('modifiedTo')),
  };
}

function integer(name: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min) return value;
  throw badRequest(`${name}: ${text}`);
}

function instant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const milliseconds = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw badRequest(`${name}: ${text}`);
  return milliseconds / 1000;
}
