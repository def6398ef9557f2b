import { NO_COUNTS, type CollectionCounts } from '@job-scope/vacancies-domain';
import type { RunEvent, SourcePage, StoreResult } from '@job-scope/vacancies-ports';

/** What one page adds to its window's and its run's counters. A vacancy that a page repeats is fetched, but stored once. */
export const countsOf = (page: SourcePage, { written, unchanged }: StoreResult): CollectionCounts => {
  const created = written.filter(({ outcome }) => outcome === 'created').length;
  return {
    ...NO_COUNTS,
    requests: page.requests,
    throttled: page.throttled ?? 0,
    fetched: page.vacancies.length + page.rejected.length,
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
