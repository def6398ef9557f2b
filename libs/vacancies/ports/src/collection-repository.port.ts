import type {
  CollectionCounts,
  CollectionQuery,
  CollectionRun,
  CollectionWindow,
  RunConclusion,
  RunStatus,
  SourceName,
  WindowState,
} from '@job-scope/vacancies-domain';

/** What a run remembers besides its counters: shown live, and kept as its history. */
export interface RunEvent {
  readonly type:
    | 'started'
    | 'planned'
    | 'page-stored'
    | 'item-skipped'
    | 'window-split'
    | 'window-ended'
    | 'replayed'
    | 'swept'
    | 'asked'
    | 'finished';
  readonly data: Readonly<Record<string, string | number | null>>;
}

export interface WindowProgress {
  readonly state: WindowState;
  readonly cursor: string | null;
  readonly found: number | null;
  /** Absent, as is `lastFound`, if the list was not read on. */
  readonly shown?: readonly string[];
  readonly lastFound?: number | null;
  /** Added to the window's and the run's counters. */
  readonly delta: CollectionCounts;
}

/** Writes runs and their windows. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface CollectionRepository {
  addRun(run: CollectionRun): Promise<void>;
  /** Reads the run and locks it until the transaction ends. */
  lockRun(id: string): Promise<CollectionRun | undefined>;
  /** Those of the source that have not ended, the oldest first. */
  openRuns(source: SourceName): Promise<readonly string[]>;
  /** From now on the run has a limit: its own, or else this one. */
  startRun(id: string, at: Date, maxRequests: number): Promise<void>;
  /** When the last run that read all that this query matches was started, in either mode; undefined if there is none. */
  lastReadAt(source: SourceName, query: CollectionQuery): Promise<Date | undefined>;
  /**
   * Takes requests that the run may send; returns how many it gets: as many as wanted, but no more than a tenth of what is
   * left of its limit, and none only when nothing is left.
   */
  takeRequests(runId: string, wanted: number): Promise<number>;
  hasRequestsLeft(runId: string): Promise<boolean>;
  /** Gives back those that were not sent. */
  giveBackRequests(runId: string, count: number): Promise<void>;
  finishRun(id: string, conclusion: RunConclusion, at: Date): Promise<void>;
  /** The run is not over after all: its end is taken back, its counts stay. */
  reopenRun(id: string, status: Exclude<RunStatus, 'finished'>): Promise<void>;
  addWindows(windows: readonly CollectionWindow[]): Promise<void>;
  lockWindow(id: string): Promise<CollectionWindow | undefined>;
  windowsOf(runId: string): Promise<readonly CollectionWindow[]>;
  advanceWindow(id: string, progress: WindowProgress): Promise<void>;
  /** Takes back the end of a window: it goes on from where it stands. */
  reopenWindow(id: string): Promise<void>;
  /** Ends the windows of the run that have not ended; returns how many. What they have stored stays. */
  cancelWindows(runId: string): Promise<number>;
  /** Appends to the run's history; numbers go up by one without gaps. */
  appendEvents(runId: string, events: readonly RunEvent[], at: Date): Promise<void>;
  /**
   * Takes the run that ended first of those that ended before then, have no dead letter, and have windows or events
   * left, and forgets up to `limit` of each; the run stays. Returns false if there is no such run.
   */
  forgetHistory(before: Date, limit: number): Promise<boolean>;
}
