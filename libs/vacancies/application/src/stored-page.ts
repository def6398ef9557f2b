import { NO_COUNTS, type CollectionCounts } from '@job-scope/vacancies-domain';
import type { RunEvent, SourcePage, StoreResult } from '@job-scope/vacancies-ports';

/** What a page shows that its window has not shown before. */
export interface FreshItems {
  readonly count: number;
  readonly sourceIds: readonly string[];
}

/**
 * An item without an identifier cannot be known again: it counts. So does one that the page itself repeats: it has not
 * drifted there, and the source counts it, too.
 */
export const freshItems = ({ vacancies, rejected }: SourcePage, shown: readonly string[]): FreshItems => {
  const before = new Set<string | null>(shown);
  const fresh = [...vacancies, ...rejected].map(({ sourceId }) => sourceId).filter((id) => !before.has(id));
  return { count: fresh.length, sourceIds: [...new Set(fresh)].filter((id) => id !== null) };
};

/** What one page adds to its window's and its run's counters. */
export const countsOf = (
  page: SourcePage,
  { count: fetched }: FreshItems,
  { written, unchanged }: StoreResult,
): CollectionCounts => {
  const created = written.filter(({ outcome }) => outcome === 'created').length;
  return {
    ...NO_COUNTS,
    requests: page.requests,
    throttled: page.throttled ?? 0,
    fetched,
    created,
    changed: written.length - created,
    unchanged,
    skipped: page.rejected.length,
  };
};

/** What a page leaves in the run's history: every item that was passed over, the page itself, and what became of the window. */
export const pageEvents = (
  windowId: string,
  page: SourcePage,
  counts: CollectionCounts,
  parts: number,
): readonly RunEvent[] => [
  ...page.rejected.map(({ sourceId, reason }): RunEvent => ({
    type: 'item-skipped',
    data: { windowId, sourceId, reason },
  })),
  { type: 'page-stored', data: { windowId, found: page.found, ...counts } },
  ...(parts > 0 ? [{ type: 'window-split', data: { windowId, found: page.found, parts } } as const] : []),
  ...(parts === 0 && page.next === null ? [{ type: 'window-ended', data: { windowId, state: 'done' } } as const] : []),
];
