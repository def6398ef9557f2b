import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { CollectionRun, WindowState } from '@job-scope/vacancies-domain';

/** The position was not made by this list, or is of an older make: begin again. */
export type RunListFailure = { readonly code: 'collections.cursor-expired' };

/** Reads runs outside any transaction. */
export interface CollectionRunReader {
  byId(id: string): Promise<CollectionRun | undefined>;
  /** How many windows of the run stand in which state; states without any may be left out. */
  windowStates(runId: string): Promise<Readonly<Partial<Record<WindowState, number>>>>;
  /** Newest first. */
  list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<CollectionRun>, RunListFailure>>;
}

export const COLLECTION_RUN_READER = portToken<CollectionRunReader>('vacancies/CollectionRunReader');
