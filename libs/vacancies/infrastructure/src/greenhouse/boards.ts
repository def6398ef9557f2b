import { EVERYTHING, type CollectionQuery, type Slice } from '@job-scope/vacancies-domain';

/** The company of a board is asked for as an employer; the board's token is its identifier. */
export const boardsOf = ({ employers }: CollectionQuery, known: readonly string[]): readonly string[] => [
  ...new Set(employers ?? known),
];

export const sliceOf = (board: string): Slice => ({ ...EVERYTHING, filters: { board } });

/** Undefined for the slice of all boards. */
export const boardIn = ({ filters }: Slice): string | undefined => filters['board'];

export const jobsUrl = (baseUrl: string, board: string): URL =>
  new URL(`${baseUrl.replace(/\/+$/, '')}/v1/boards/${encodeURIComponent(board)}/jobs?content=true`);
