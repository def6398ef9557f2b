import { portToken, type Page, type PagePosition } from '@job-scope/kernel';
import type { CollectionRun, WindowState } from '@job-scope/vacancies-domain';

/** Reads runs outside any transaction. */
export interface CollectionRunReader {
  byId(id: string): Promise<CollectionRun | undefined>;
  /** How many windows of the run stand in which state; states without any may be left out. */
  windowStates(runId: string): Promise<Readonly<Partial<Record<WindowState, number>>>>;
  /** Newest first. */
  list(request: { limit: number; from?: PagePosition }): Promise<Page<CollectionRun>>;
}

export const COLLECTION_RUN_READER = portToken<CollectionRunReader>('vacancies/CollectionRunReader');
