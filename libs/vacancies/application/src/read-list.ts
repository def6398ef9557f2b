import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
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
  StoreResult,
  VacancySource,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { AfterLists } from './after-lists';
import { matchKeyOf } from './match-key';
import { pagesAhead, type PageSource } from './pages-ahead';
import { addPlannedWindows } from './planned-windows';
import { countsOf, pageEvents } from './stored-page';
import { toVacancyToStore } from './vacancy-to-store';
import type { WindowWork, WorkResult } from './window-work';

/**
 * Collects a window page by page, from where it stands. A page, its counters and the place of the next page are one
 * transaction: a crash costs at most one request, never a vacancy. A window with more than the source shows gives way to
 * smaller ones, whenever that turns out: at its first page, or because it grew while it was read.
 */
export class ReadList {
  private readonly afterLists: AfterLists;

  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly rates: CurrencyRates,
  ) {
    this.afterLists = new AfterLists(hasher, ids);
  }

  async execute(work: WindowWork): Promise<WorkResult> {
    const { run, window, source, quota, signal, onStored } = work;
    const rates = await this.rates.at(this.clock.now());
    const { slice } = window;
    let { cursor } = window;
    const pages: PageSource = { page: (request, scope) => source.page(request, scope, quota) };
    for await (const page of pagesAhead(pages, { query: run.query, slice, cursor }, signal)) {
      if (!page.ok) return page;
      const parts = await this.partsOf(work, page.value);
      if (!parts.ok) return parts;
      const counts = await this.store(work, cursor, parts.value, rates);
      if (!counts) return ok('taken-over');
      onStored(counts);
      if (parts.value.slices.length > 0) return ok('split');
      cursor = page.value.next;
    }
    return ok('done');
  }

  /** The page, and the slices that take the window's place: none while the source shows all it has, or has no smaller. */
  private async partsOf(
    { run, window: { slice }, source, quota, signal }: WindowWork,
    page: SourcePage,
  ): Promise<Result<SplitPage, SourceFailure>> {
    if (page.found <= page.reachable) return ok({ page, slices: [] });
    const split = await source.split({ query: run.query, slice }, signal, quota);
    // The page that called for it will have to be asked for again.
    if (!split.ok) return err({ ...split.error, requests: page.requests + (split.error.requests ?? 0) });
    const { slices, requests } = split.value;
    return ok({ page: { ...page, requests: page.requests + requests }, slices });
  }

  /** Undefined if the window no longer stands at `cursor`: somebody else has stored this page. */
  private store(
    { run, source, window: { id: windowId }, signal }: WindowWork,
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
      await this.note(tx, run, source, page, result);
      const delta = countsOf(page, result);
      await tx.collections.advanceWindow(windowId, { ...nextStep(window, page, slices), delta });
      await tx.collections.appendEvents(run.id, pageEvents(windowId, page, delta, slices.length), now);
      if (slices.length > 0) await addPlannedWindows(tx, run, this.windowsOf(window, slices));
      else if (page.next === null) await this.afterLists.proceed(tx, windowId, run.id, source, now);
      return delta;
    }, signal);
  }

  /** What later steps must know of the page: which vacancies to ask for, and which the query has shown. */
  private async note(
    tx: VacancyTransaction,
    run: CollectionRun,
    { inquiry }: VacancySource,
    page: SourcePage,
    { written }: StoreResult,
  ): Promise<void> {
    if (inquiry?.completesLists && written.length > 0) {
      await tx.inquiries.add(
        run.id,
        written.map(({ id }) => id),
      );
    }
    const queryKey = inquiry ? matchKeyOf(run, this.hasher) : null;
    if (queryKey === null) return;
    const sourceIds = [...new Set(page.vacancies.map(({ sourceId }) => sourceId))];
    await tx.sweeps.noteMatches(queryKey, run.source, sourceIds);
  }

  private windowsOf({ id: parentId, runId }: CollectionWindow, slices: readonly Slice[]): readonly CollectionWindow[] {
    return slices.map((slice) => plannedWindow({ id: this.ids.next(), runId, parentId, slice }));
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
