import {
  idOfRequester,
  type CollectionQuery,
  type CollectionRun,
  type CollectionWindow,
} from '@job-scope/vacancies-domain';

/** What collecting has counted so far. */
export interface CollectionCountsView {
  readonly requests: number;
  readonly throttled: number;
  readonly fetched: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly asked: number;
  readonly archived: number;
  readonly gone: number;
}

/** One collection of one query from one source. */
export interface CollectionRunView {
  readonly id: string;
  readonly source: string;
  readonly query: CollectionQuery;
  readonly mode: 'full' | 'incremental';
  /** How many requests it may send; null until a worker has set what is usual. */
  readonly maxRequests: number | null;
  readonly status: 'requested' | 'collecting' | 'finished';
  readonly outcome: 'complete' | 'partial' | 'empty' | 'blocked' | 'parse-errors' | 'failed' | 'cancelled' | null;
  readonly reason: string | null;
  readonly requestedBy: { readonly kind: 'user' | 'schedule' | 'operator'; readonly id: string };
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** What the source says it has; null until it has said so. */
  readonly found: number | null;
  readonly counts: CollectionCountsView;
  /** The share done, 0 to 1; null until the source has said how much there is. */
  readonly progress: number | null;
}

/** How many of a run's windows stand in which state. */
export type WindowStatesView = Readonly<Record<CollectionWindow['state'], number>>;

/** A run with the state of its parts. */
export interface CollectionRunDetailView extends CollectionRunView {
  readonly windows: WindowStatesView;
}

export const toCollectionRunView = (run: CollectionRun): CollectionRunView => ({
  id: run.id,
  source: run.source,
  query: run.query,
  mode: run.mode,
  maxRequests: run.maxRequests,
  status: run.status,
  outcome: run.outcome,
  reason: run.reason,
  requestedBy: {
    kind: run.requestedBy.kind,
    id: idOfRequester(run.requestedBy),
  },
  requestedAt: run.requestedAt,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  found: run.found,
  counts: run.counts,
  progress: progressOf(run),
});

/** More may be fetched than was found: items move between pages while we read. */
const progressOf = ({ status, found, counts }: CollectionRun): number | null => {
  if (status === 'finished') return 1;
  if (found === null) return null;
  return found === 0 ? 0 : Math.min(1, counts.fetched / found);
};
