import { EVERYTHING, type Slice } from './slice';

/** What is done in a window: a list of the source is read, or vacancies are asked for, each alone. */
export type WindowTask = 'list' | 'inquiry';

/**
 * How far a window has come. `split` had more than the source shows at a time: others have taken its place. `capped` was
 * left where it stood when the run had sent all the requests that it may send.
 */
export type WindowState = 'planned' | 'collecting' | 'done' | 'split' | 'blocked' | 'failed' | 'capped' | 'cancelled';

const OPEN: ReadonlySet<WindowState> = new Set(['planned', 'collecting']);

export const hasWindowEnded = ({ state }: Pick<CollectionWindow, 'state'>): boolean => !OPEN.has(state);

/** What collecting has counted, for a window or summed for a run. */
export interface CollectionCounts {
  readonly requests: number;
  /** Of the requests: those that the source answered by 429. */
  readonly throttled: number;
  /** Each once in its window, however often it drifted from page to page. */
  readonly fetched: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Items that could not be understood; each is recorded as a run event with its reason. */
  readonly skipped: number;
  /** Vacancies that were asked for alone. */
  readonly asked: number;
  /** Of the asked: those that turned out to be closed since they were last met. */
  readonly archived: number;
  /** Those that turned out to be gone. */
  readonly gone: number;
}

export const NO_COUNTS: CollectionCounts = {
  requests: 0,
  throttled: 0,
  fetched: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  skipped: 0,
  asked: 0,
  archived: 0,
  gone: 0,
};

export const addCounts = (a: CollectionCounts, b: CollectionCounts): CollectionCounts => ({
  requests: a.requests + b.requests,
  throttled: a.throttled + b.throttled,
  fetched: a.fetched + b.fetched,
  created: a.created + b.created,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  skipped: a.skipped + b.skipped,
  asked: a.asked + b.asked,
  archived: a.archived + b.archived,
  gone: a.gone + b.gone,
});

/** A part of a run that is collected in one go: the unit of work, of progress and of resuming. */
export interface CollectionWindow {
  /** UUIDv7. */
  readonly id: string;
  readonly runId: string;
  /** The window that this one is a part of; null for those of the first plan. */
  readonly parentId: string | null;
  readonly task: WindowTask;
  readonly slice: Slice;
  readonly state: WindowState;
  /** Where to go on, as the source adapter wrote it; null before the first page. */
  readonly cursor: string | null;
  /** What the source said on the first page that it has in this window; null before. */
  readonly found: number | null;
  /** The same, as it said on the last page that was stored; less than on the page before means that some vanished. */
  readonly lastFound: number | null;
  /** Identifiers that its list has shown lately, to know again those that drift to a later page; none once it was read. */
  readonly shown: readonly string[];
  readonly counts: CollectionCounts;
}

/** A window that nobody has begun. */
export const plannedWindow = (
  given: Pick<CollectionWindow, 'id' | 'runId' | 'parentId' | 'slice'>,
): CollectionWindow => ({
  ...given,
  ...{ task: 'list', state: 'planned', cursor: null, found: null, lastFound: null, shown: [], counts: NO_COUNTS },
});

/** The window in which the run asks for single vacancies, once its lists have been read. */
export const plannedInquiry = (given: Pick<CollectionWindow, 'id' | 'runId'>): CollectionWindow => ({
  ...plannedWindow({ ...given, parentId: null, slice: EVERYTHING }),
  task: 'inquiry',
});
