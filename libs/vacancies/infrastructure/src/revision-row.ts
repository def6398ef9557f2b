import type { IndexedRevision } from '@job-scope/vacancies-ports';

/** The driver gives a `bigint` as text. */
export interface RevisionRow {
  readonly id: string;
  readonly revision: string;
}

export const revisionOf = ({ id, revision }: RevisionRow): IndexedRevision => ({ id, revision: Number(revision) });
