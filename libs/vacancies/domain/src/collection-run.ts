import type { CollectionQuery } from './collection-query';
import {
  addCounts,
  hasWindowEnded,
  NO_COUNTS,
  type CollectionCounts,
  type CollectionWindow,
} from './collection-window';
import type { SourceName } from './source';

/** Whether a run takes all that its query matches, or only what was published since the run before it. */
export const RUN_MODES = ['full', 'incremental'] as const;

export type RunMode = (typeof RUN_MODES)[number];

export type RunStatus = 'requested' | 'collecting' | 'finished';

/** How a run ended. There is no silent zero: nothing found is `empty`, a refusal is `blocked`. */
export type RunOutcome = 'complete' | 'partial' | 'empty' | 'blocked' | 'parse-errors' | 'failed' | 'cancelled';

/** One collection of one query from one source. */
export interface CollectionRun {
  /** UUIDv7. */
  readonly id: string;
  readonly source: SourceName;
  readonly query: CollectionQuery;
  readonly mode: RunMode;
  /** How many requests it may send, all its workers together; null until a worker has planned it, for the default. */
  readonly maxRequests: number | null;
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  /** Why it ended as it did, for people; null while it runs and when all went well. */
  readonly reason: string | null;
  /** The user, the schedule or the operator that asked for it. */
  readonly requestedBy: RunRequester;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly found: number | null;
  readonly counts: CollectionCounts;
}

export type RunRequester =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'schedule'; readonly scheduleId: string }
  /** At the command line of a server, by their account there. */
  | { readonly kind: 'operator'; readonly name: string };

/** What tells requesters of one kind apart. */
export const idOfRequester = (requester: RunRequester): string => {
  switch (requester.kind) {
    case 'user':
      return requester.userId;
    case 'schedule':
      return requester.scheduleId;
    case 'operator':
      return requester.name;
  }
};

export interface RunConclusion {
  readonly outcome: RunOutcome;
  readonly reason: string | null;
}

/** Whether a list was read to its end, and lacks some of those that were there when it was begun. */
const isShort = ({ state, counts, found }: CollectionWindow): boolean =>
  state === 'done' && counts.fetched < (found ?? 0);

/**
 * Whether all lists of a run were read to their ends, short or not: who is in none of them may be asked for. Nothing
 * found at all is too little to go by.
 */
export const hasReadLists = (windows: readonly CollectionWindow[]): boolean =>
  windows.every(({ state }) => state === 'done' || state === 'split') && windows.some(({ found }) => (found ?? 0) > 0);

/** The end of a run, once every window has come to its own; undefined while one is still open. */
export const concludeRun = (windows: readonly CollectionWindow[]): RunConclusion | undefined => {
  if (!windows.every(hasWindowEnded)) return undefined;
  const states = new Set(windows.map((window) => window.state));
  const lists = windows.filter((window) => window.task === 'list');
  const counts = windows.map((window) => window.counts).reduce(addCounts, NO_COUNTS);
  const found = windows.reduce((sum, window) => sum + (window.found ?? 0), 0);
  const stored = counts.created + counts.changed + counts.unchanged;
  if (states.has('cancelled')) return { outcome: 'cancelled', reason: null };
  if (states.has('blocked')) return { outcome: 'blocked', reason: 'the source refused to answer' };
  if (states.has('capped')) return { outcome: 'partial', reason: 'it has sent all the requests that it may send' };
  if (states.has('failed'))
    return { outcome: stored > 0 ? 'partial' : 'failed', reason: 'a window could not be collected' };
  if (counts.skipped > 0) return { outcome: 'parse-errors', reason: `${counts.skipped} items could not be understood` };
  if (found === 0) return { outcome: 'empty', reason: null };
  const short = lists.filter(isShort);
  if (short.length > 0) {
    const promised = short.reduce((sum, window) => sum + (window.found ?? 0), 0);
    const shown = short.reduce((sum, window) => sum + window.counts.fetched, 0);
    return { outcome: 'partial', reason: `the source showed ${shown} of the ${promised} it has` };
  }
  return { outcome: 'complete', reason: null };
};
