import { companyWords, Weighted } from '@job-scope/simulator-shared';

/** One company that hires through Greenhouse. */
export interface Board {
  readonly position: number;
  /** What stands in the address. */
  readonly token: string;
  readonly name: string;
}

/** The first companies of all simulators, in their English names. */
export function inventBoards(count: number): readonly Board[] {
  return Array.from({ length: count }, (_, position) => {
    const name = companyWords(position).english;
    return { position, token: name.toLowerCase().replaceAll(/[^a-z]/g, ''), name };
  });
}

/** The first board is the largest. */
export const weighBoards = (boards: readonly Board[]): Weighted<Board> =>
  new Weighted(boards, ({ position }) => 1 / (position + 1));

/** Some companies show jobs on a site of their own, where only a parameter has the id. */
export const jobUrl = ({ position, token }: Board, id: bigint): string =>
  position % 3 === 2
    ? `https://careers.${token}.example/openings?gh_jid=${id}`
    : `https://job-boards.greenhouse.io/${token}/jobs/${id}`;
