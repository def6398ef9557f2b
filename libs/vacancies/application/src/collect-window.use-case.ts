import { err, ok, type CancelSignal, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import {
  hasWindowEnded,
  plannedWindow,
  withoutDuplicates,
  type CollectionCounts,
  type CollectionRun,
  type CollectionWindow,
  type RateTable,
  type Slice,
} from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  SourceFailure,
  SourcePage,
  VacancySource,
  VacancySources,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { endWindow, finishRunWhenDone } from './conclude-run';
import { pagesAhead } from './pages-ahead';
import { addPlannedWindows } from './planned-windows';
import { countsOf, pageEvents } from './stored-page';
import { toVacancyToStore } from './vacancy-to-store';

export interface CollectWindowInput {
  readonly windowId: string;
  /** Which attempt this is; the first by default. */
  readonly attempt?: number;
  /** No other attempt will follow: a source that cannot be reached now ends the window. */
  readonly lastAttempt: boolean;
}

export type CollectWindowEnd =
  | 'done'
  /** There is more in it than the source shows at a time: smaller windows have taken its place. */
  | 'split'
  | 'blocked'
  | 'failed'
  /** There was nothing left to do. */
  | 'already-ended'
  /** Another worker went on with it meanwhile, because this one was believed dead. */
  | 'taken-over';

export type CollectWindowFailure =
  | { readonly code: 'windows.not-found' }
  | { readonly code: 'windows.retry-later'; readonly detail: string; readonly retryAfterMs: number };

interface Work {
  readonly run: CollectionRun;
  readonly window: CollectionWindow;
}

/**
 * Collects a window page by page, from where it stands. A page, its counters and the place of the next page are one
 * transaction: a crash costs at most one request, never a vacancy. A window with more than the source shows gives way to
 * smaller ones, whenever that turns out: at its first page, or because it grew while it was read.
 */
export class CollectWindow {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly sources: VacancySources,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly rates: CurrencyRates,
  ) {}

  /** Rejects with an `AbortError` when `signal` aborts; the window can be resumed. `onPage` hears of each stored page. */
  async execute(
    input: CollectWindowInput,
    signal: CancelSignal,
    onPage: (counts: CollectionCounts) => void = () => undefined,
  ): Promise<Result<CollectWindowEnd, CollectWindowFailure>> {
    const work = await this.find(input.windowId);
    if (!work) return err({ code: 'windows.not-found' });
    const { run, window } = work;
    if (hasWindowEnded(window) || run.status === 'finished') return ok('already-ended');

    const rates = await this.rates.at(this.clock.now());
    const { slice } = window;
    let { cursor } = window;
    for await (const page of pagesAhead(this.sourceOf(run), { query: run.query, slice, cursor }, signal)) {
      if (!page.ok) return this.giveUp(input, page.error);
      const parts = await this.partsOf(work, page.value, signal);
      if (!parts.ok) return this.giveUp(input, parts.error);
      const counts = await this.store(work, cursor, parts.value, rates);
      if (!counts) return ok('taken-over');
      onPage(counts);
      if (parts.value.slices.length > 0) return ok('split');
      cursor = page.value.next;
    }
    return ok('done');
  }

  private find(windowId: string): Promise<Work | undefined> {
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

  /** The page, and the slices that take the window's place: none while the source shows all it has, or has no smaller. */
  private async partsOf(
    { run, window: { slice } }: Work,
    page: SourcePage,
    signal: CancelSignal,
  ): Promise<Result<SplitPage, SourceFailure>> {
    if (page.found <= page.reachable) return ok({ page, slices: [] });
    const split = await this.sourceOf(run).split({ query: run.query, slice }, signal);
    if (!split.ok) return split;
    const { slices, requests } = split.value;
    return ok({ page: { ...page, requests: page.requests + requests }, slices });
  }

  /** Undefined if the window no longer stands at `cursor`: somebody else has stored this page. */
  private store(
    { run, window: { id: windowId } }: Work,
    cursor: string | null,
    { page, slices }: SplitPage,
    rates: RateTable,
  ): Promise<CollectionCounts | undefined> {
    const now = this.clock.now();
    const batch = withoutDuplicates(page.vacancies).map((snapshot) => toVacancyToStore(snapshot, this.hasher, rates));
    return this.unitOfWork.run(async (tx) => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasWindowEnded(window) || window.cursor !== cursor) return undefined;
      const result = await tx.vacancies.store(batch, now);
      await tx.outbox.append(
        result.written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })),
      );
      const delta = countsOf(page, result);
      await tx.collections.advanceWindow(windowId, { ...nextStep(window, page, slices), delta });
      await tx.collections.appendEvents(run.id, pageEvents(windowId, page, delta, slices.length), now);
      if (slices.length > 0) await addPlannedWindows(tx, run, this.windowsOf(window, slices));
      if (page.next === null) await finishRunWhenDone(tx, run.id, now);
      return delta;
    });
  }

  private windowsOf({ id: parentId, runId }: CollectionWindow, slices: readonly Slice[]): readonly CollectionWindow[] {
    return slices.map((slice) => plannedWindow({ id: this.ids.next(), runId, parentId, slice }));
  }

  private async giveUp(
    { windowId, attempt = 1, lastAttempt }: CollectWindowInput,
    failure: SourceFailure,
  ): Promise<Result<CollectWindowEnd, CollectWindowFailure>> {
    const detail = `${failure.code}: ${failure.detail}`;
    const end = endOf(failure, lastAttempt);
    if (end === 'retry') {
      const retryAfterMs = failure.code === 'source.rate-limited' ? failure.retryAfterMs : 0;
      return err({ code: 'windows.retry-later', detail, retryAfterMs });
    }
    const givenUp = { reason: failure.code, detail, attempts: attempt };
    await this.unitOfWork.run((tx) => endWindow(tx, windowId, end, givenUp, this.clock.now()));
    return ok(end);
  }
}

interface SplitPage {
  readonly page: SourcePage;
  readonly slices: readonly Slice[];
}

const nextStep = (window: CollectionWindow, page: SourcePage, slices: readonly Slice[]) => {
  // What a split window has found is found again by those that take its place.
  if (slices.length > 0) return { state: 'split', cursor: null, found: 0 } as const;
  return {
    state: page.next === null ? 'done' : 'collecting',
    cursor: page.next,
    // What vanishes while we page pulls others past us unseen: the most that was ever promised is what we owe.
    found: Math.max(window.found ?? 0, page.found),
  } as const;
};

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
