import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { CollectionRun, CollectionWindow, WindowState } from '@job-scope/vacancies-domain';
import type { RunEvent } from './collection-repository.port';

/** The position was not made by this list, or is of an older make: begin again. */
export type RunListFailure = { readonly code: 'collections.cursor-expired' };

/** An event as it stands in the history of a run: numbered from 1, without gaps. */
export interface StoredRunEvent extends RunEvent {
  readonly seq: number;
  readonly at: Date;
}

/** Reads runs outside any transaction. */
export interface CollectionRunReader {
  byId(id: string): Promise<CollectionRun | undefined>;
  /** How many windows of the run stand in which state; states without any may be left out. */
  windowStates(runId: string): Promise<Readonly<Partial<Record<WindowState, number>>>>;
  /** Those of the runs that are over. */
  endedAmong(ids: readonly string[]): Promise<readonly string[]>;
  /** The plan: windows in the order of their making, those after `afterId`. */
  windows(runId: string, limit: number, afterId: string | null): Promise<readonly CollectionWindow[]>;
  /** The history, oldest first: what has a number above `afterSeq`. */
  events(runId: string, afterSeq: number, limit: number): Promise<readonly StoredRunEvent[]>;
  /** Newest first. */
  list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<CollectionRun>, RunListFailure>>;
}

export const COLLECTION_RUN_READER = portToken<CollectionRunReader>('vacancies/CollectionRunReader');
