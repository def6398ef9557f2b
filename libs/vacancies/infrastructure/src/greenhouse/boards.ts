import { EVERYTHING, type CollectionQuery, type Slice } from '@job-scope/vacancies-domain';

export const HEADERS = { 'user-agent': 'JobScope' };

/** The company of a board is asked for as an employer; the board's token is its identifier. */
export const boardsOf = ({ employers }: CollectionQuery, known: readonly string[]): readonly string[] => [
  ...new Set(employers ?? known),
];

/** Bounds of time stay where they are said; a board cannot be asked for them, and shows all that it has. */
export const sliceOf = (board: string, slice: Slice = EVERYTHING): Slice => ({ ...slice, filters: { board } });

/** Undefined for the slice of all boards. */
export const boardIn = ({ filters }: Slice): string | undefined => filters['board'];

export const jobsUrl = (baseUrl: string, board: string): URL => urlOf(baseUrl, board, '?content=true');

export const jobUrl = (baseUrl: string, board: string, id: string): URL =>
  urlOf(baseUrl, board, `/${encodeURIComponent(id)}`);

const urlOf = (baseUrl: string, board: string, path: string): URL =>
  new URL(`${baseUrl.replace(/\/+$/, '')}/v1/boards/${encodeURIComponent(board)}/jobs${path}`);
