import { portToken, type Page, type PagePosition } from '@job-scope/kernel';
import type { CollectionRun } from '@job-scope/vacancies-domain';

/** Reads runs outside any transaction. */
export interface CollectionRunReader {
  byId(id: string): Promise<CollectionRun | undefined>;
  /** Newest first. */
  list(request: { limit: number; from?: PagePosition }): Promise<Page<CollectionRun>>;
}

export const COLLECTION_RUN_READER = portToken<CollectionRunReader>('vacancies/CollectionRunReader');
