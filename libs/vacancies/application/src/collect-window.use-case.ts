import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import {
  contentOf,
  withoutDuplicates,
  type CollectionCounts,
  type CollectionRun,
  type CollectionWindow,
} from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  SourceFailure,
  SourcePage,
  VacancySource,
  VacancySources,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { endWindow, finishRunWhenDone, hasEnded } from './conclude-run';
import { pagesAhead } from './pages-ahead';
import { countsOf, pageEvents } from './stored-page';

export interface CollectWindowInput {
  readonly windowId: string;
  /** No other attempt will follow: a source that cannot be reached now ends the window. */
  readonly lastAttempt: boolean;
}

export type CollectWindowEnd =
  | 'done'
  | 'blocked'
  | 'failed'
  /** There was nothing left to do. */
  | 'already-ended'
  /** Another worker went on with it meanwhile, because this one was believed dead. */
  | 'taken-over';

export type CollectWindowFailure =
  | { readonly code: 'windows.not-found' }
  | { readonly code: 'windows.retry-later'; readonly detail: string; readonly retryAfterMs: number };

/**
 * Collects a window page by page, from where it stands. A page, its counters and the place of the next page are one
 * transaction: a crash costs at most one request, never a vacancy.
 */
export class CollectWindow {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly sources: VacancySources,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
  ) {}

  /** Rejects with an `AbortError` when `signal` aborts; the window can be resumed. `onPage` hears of each stored page. */
  async execute(
    { windowId, lastAttempt }: CollectWindowInput,
    signal: CancelSignal,
    onPage: (counts: CollectionCounts) => void = () => undefined,
  ): Promise<Result<CollectWindowEnd, CollectWindowFailure>> {
    const work = await this.find(windowId);
    if (!work) return err({ code: 'windows.not-found' });
    const { run, window } = work;
    if (hasEnded(window) || run.status === 'finished') return ok('already-ended');

    const { publishedFrom, publishedTo } = window;
    let { cursor } = window;
    const request = { query: run.query, publishedFrom, publishedTo, cursor };
    for await (const page of pagesAhead(this.sourceOf(run), request, signal)) {
      if (!page.ok) return this.giveUp(windowId, page.error, lastAttempt);
      const counts = await this.store(windowId, cursor, page.value);
      if (!counts) return ok('taken-over');
      onPage(counts);
      cursor = page.value.next;
    }
    return ok('done');
  }

  private find(windowId: string): Promise<{ run: CollectionRun; window: CollectionWindow } | undefined> {
    return this.unitOfWork.run(async ({ collections }) => {
      const window = await collections.lockWindow(windowId);
      const run = window && (await collections.lockRun(window.runId));
      return run && { run, window };
    });
  }

  private sourceOf(run: CollectionRun): VacancySource {
    const source = this.sources.get(run.source);
    if (!source) throw new Error(`no adapter is bound for the source ${run.source}`);
    return source;
  }

  /** Undefined if the window no longer stands at `cursor`: somebody else has stored this page. */
  private store(windowId: string, cursor: string | null, page: SourcePage): Promise<CollectionCounts | undefined> {
    const now = this.clock.now();
    const batch = withoutDuplicates(page.vacancies).map((snapshot) => ({
      snapshot,
      contentHash: this.hasher.hash(contentOf(snapshot)),
    }));
    return this.unitOfWork.run(async (tx) => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasEnded(window) || window.cursor !== cursor) return undefined;
      const result = await tx.vacancies.store(batch, now);
      await tx.outbox.append(
        result.written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })),
      );
      const delta = countsOf(page, result);
      await tx.collections.advanceWindow(windowId, {
        state: page.next === null ? 'done' : 'collecting',
        cursor: page.next,
        // What vanishes while we page pulls others past us unseen: the most that was ever promised is what we owe.
        found: Math.max(window.found ?? 0, page.found),
        delta,
      });
      await tx.collections.appendEvents(window.runId, pageEvents(windowId, page, delta), now);
      if (page.next === null) await finishRunWhenDone(tx, window.runId, now);
      return delta;
    });
  }

  private async giveUp(
    windowId: string,
    failure: SourceFailure,
    lastAttempt: boolean,
  ): Promise<Result<CollectWindowEnd, CollectWindowFailure>> {
    const detail = `${failure.code}: ${failure.detail}`;
    const end = endOf(failure, lastAttempt);
    if (end === 'retry') {
      const retryAfterMs = failure.code === 'source.rate-limited' ? failure.retryAfterMs : 0;
      return err({ code: 'windows.retry-later', detail, retryAfterMs });
    }
    await this.unitOfWork.run((tx) => endWindow(tx, windowId, end, detail, this.clock.now()));
    return ok(end);
  }
}

const endOf = ({ code }: SourceFailure, lastAttempt: boolean): 'blocked' | 'failed' | 'retry' => {
  switch (code) {
    case 'source.blocked':
    case 'source.unauthorized':
      return 'blocked';
    case 'source.query-refused':
      return 'failed';
    case 'source.rate-limited':
    case 'source.unavailable':
      return lastAttempt ? 'failed' : 'retry';
  }
};
