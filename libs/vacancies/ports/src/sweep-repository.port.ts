import type { SourceName } from '@job-scope/vacancies-domain';

export interface UnseenRequest {
  readonly source: SourceName;
  /** Null for the query that everything matches. */
  readonly queryKey: string | null;
  /** Last seen before then. */
  readonly before: Date;
  /** Only those of which the source says that they are of these employers; null for all. */
  readonly employers: readonly string[] | null;
}

/** Which vacancies a query has shown, to know those that it shows no longer. Reached only through a transaction. */
export interface SweepRepository {
  /** Notes for stored vacancies that the query matches them; what is noted already is not written again. */
  noteMatches(queryKey: string, source: SourceName, sourceIds: readonly string[]): Promise<void>;
  /** Open vacancies that the query has shown once, and nobody has seen since: the first after `afterId`, by identifier. */
  unseen(request: UnseenRequest, limit: number, afterId: string | null): Promise<readonly string[]>;
  /** The query matches them no longer. */
  forgetMatches(queryKey: string, vacancyIds: readonly string[]): Promise<void>;
}
