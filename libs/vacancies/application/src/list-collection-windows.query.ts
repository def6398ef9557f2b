import { err, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { CollectionWindow } from '@job-scope/vacancies-domain';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import type { CollectionCountsView } from './collection-run.view';

/** One part of a run's plan. */
export interface CollectionWindowView {
  readonly id: string;
  /** The window it is a part of; null for those of the first plan. */
  readonly parentId: string | null;
  readonly task: CollectionWindow['task'];
  readonly state: CollectionWindow['state'];
  readonly publishedFrom: Date | null;
  readonly publishedTo: Date | null;
  /** In the words of the source. */
  readonly filters: Readonly<Record<string, string>>;
  readonly found: number | null;
  readonly counts: CollectionCountsView;
}

export interface ListCollectionWindowsInput {
  readonly runId: string;
  readonly limit: number;
  readonly from?: PagePosition;
}

export type ListCollectionWindowsFailure =
  { readonly code: 'collections.not-found' } | { readonly code: 'collections.cursor-expired' };

const LIST = 'vacancies/collection-windows';

/** The plan of a run, window by window in the order of their making: those that were split and those that took their place. */
export class ListCollectionWindows {
  constructor(private readonly runs: CollectionRunReader) {}

  async execute(
    input: ListCollectionWindowsInput,
  ): Promise<Result<Page<CollectionWindowView>, ListCollectionWindowsFailure>> {
    const { runId, limit, from } = input;
    const after = from?.after ?? [runId, null];
    if (from && (from.list !== LIST || !isPosition(after, runId))) return err({ code: 'collections.cursor-expired' });
    if (!(await this.runs.byId(runId))) return err({ code: 'collections.not-found' });
    const windows = await this.runs.windows(runId, limit + 1, after[1] === null ? null : String(after[1]));
    const items = windows.slice(0, limit).map(toView);
    const last = items.at(-1);
    return ok(last && windows.length > limit ? { items, next: { list: LIST, after: [runId, last.id] } } : { items });
  }
}

const isPosition = (after: PagePosition['after'], runId: string): boolean =>
  after.length === 2 && after[0] === runId && isUuid(after[1]);

const toView = ({ id, parentId, task, state, slice, found, counts }: CollectionWindow): CollectionWindowView => ({
  id,
  parentId,
  task,
  state,
  ...slice,
  found,
  counts,
});
