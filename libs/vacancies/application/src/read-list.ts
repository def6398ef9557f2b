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
import type { AfterLists } from './after-lists';
import { matchKeyOf } from './match-key';
import { pagesAhead, type PageSource } from './pages-ahead';
import { addPlannedWindows } from './planned-windows';
import { countsOf, freshItems, pageEvents, type FreshItems } from './stored-page';
import { toVacancyToStore } from './vacancy-to-store';
import type { WindowWork, WorkResult } from './window-work';

/**
 * Collects a window page by page, from where it stands. A page, its counters and the place of the next page are one
 * transaction: a crash costs at most one request, never a vacancy. A window with more than the source shows gives way to
 * smaller ones, whenever that turns out: at its first page, or because it grew while it was read; so does one whose list
 * has shifted under us.
 */
export class ReadList {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly rates: CurrencyRates,
    private readonly afterLists: AfterLists,
  ) {}

  async execute(work: WindowWork): Promise<WorkResult> {
    const { run, window, source, quota, signal, onStored } = work;
    const rates = await this.rates.at(this.clock.now());
    const { slice } = window;
    let place: Place = { ...window, fetched: window.counts.fetched };
    const { cursor } = place;
    const pages: PageSource = { page: (request, scope) => source.page(request, scope, quota) };
    for await (const page of pagesAhead(pages, { query: run.query, slice, cursor }, signal)) {
      if (!page.ok) return page;
      const fresh = freshItems(page.value, place.shown);
      const parts = await this.partsOf(work, page.value, hasShifted(place, page.value, fresh));
      if (!parts.ok) return parts;
      const counts = await this.store(work, place, parts.value, fresh, rates);
      if (!counts) return ok('taken-over');
      onStored(counts);
      if (parts.value.slices.length > 0) return ok('split');
      place = placeAfter(place, page.value, fresh);
    }
    return ok('done');
  }

  /**
   * The page, and the slices that take the window's place: none while the source shows all it has and the list stands
   * still, or if there are no smaller ones.
   */
  private async partsOf(
    { run, window: { slice }, source, quota, signal }: WindowWork,
    page: SourcePage,
    isShifted: boolean,
  ): Promise<Result<SplitPage, SourceFailure>> {
    if (page.found <= page.reachable && !isShifted) return ok({ page, slices: [] });
    const split = await source.split({ query: run.query, slice }, signal, quota);
    // The page that called for it will have to be asked for again.
    if (!split.ok) return err({ ...split.error, requests: page.requests + (split.error.requests ?? 0) });
    const { slices, requests } = split.value;
    return ok({ page: { ...page, requests: page.requests + requests }, slices });
  }

  /** Undefined if the window no longer stands at this place: somebody else has stored this page. */
  private store(
    { run, source, window: { id: windowId }, signal }: WindowWork,
    place: Place,
    { page, slices }: SplitPage,
    fresh: FreshItems,
    rates: RateTable,
  ): Promise<CollectionCounts | undefined> {
    const now = this.clock.now();
    const batch = withoutDuplicates(page.vacancies).map((snapshot) => toVacancyToStore(snapshot, this.hasher, rates));
    return this.unitOfWork.run(async (tx) => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasWindowEnded(window) || window.cursor !== place.cursor) return undefined;
      const result = await tx.vacancies.store(batch, seenAt(run, now));
      await tx.outbox.append(
        result.written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })),
      );
      await this.note(tx, run, source, page, result, now);
      const delta = countsOf(page, fresh, result);
      await tx.collections.advanceWindow(windowId, { ...nextStep(placeAfter(place, page, fresh), slices), delta });
      await tx.collections.appendEvents(run.id, pageEvents(windowId, page, delta, slices.length), now);
      if (slices.length > 0) await addPlannedWindows(tx, run, this.windowsOf(window, slices));
      else if (page.next === null) await this.afterLists.proceed(tx, windowId, run.id, source, now);
      return delta;
    }, signal);
  }

  /** What later steps must know of the page: which vacancies to ask for, which the query has shown, and what could not be understood. */
  private async note(
    tx: VacancyTransaction,
    run: CollectionRun,
    { inquiry }: VacancySource,
    page: SourcePage,
    { written }: StoreResult,
    now: Date,
  ): Promise<void> {
    if (inquiry?.completesLists && written.length > 0) {
      await tx.inquiries.add(
        run.id,
        written.map(({ id }) => id),
      );
    }
    const sourceIds = [...new Set(page.vacancies.map(({ sourceId }) => sourceId))];
    await tx.rejectedItems.forget(run.source, sourceIds);
    await tx.rejectedItems.keep(run, page.rejected, now);
    const queryKey = inquiry ? matchKeyOf(run, this.hasher) : null;
    if (queryKey === null) return;
    await tx.sweeps.noteMatches(queryKey, run.source, sourceIds);
  }

  private windowsOf({ id: parentId, runId }: CollectionWindow, slices: readonly Slice[]): readonly CollectionWindow[] {
    return slices.map((slice) => plannedWindow({ id: this.ids.next(), runId, parentId, slice }));
  }
}

/** The clock of another worker may have started the run, and be ahead: what this run shows was not seen before it. */
const seenAt = ({ startedAt }: CollectionRun, now: Date): Date => (startedAt && startedAt > now ? startedAt : now);

interface SplitPage {
  readonly page: SourcePage;
  readonly slices: readonly Slice[];
}

/** How far a list has been read. */
interface Place extends Pick<CollectionWindow, 'cursor' | 'found' | 'lastFound' | 'shown'> {
  readonly fetched: number;
}

/** What drifts further than this is counted twice: no list shifts by so much, and remembering all of a long one costs ever more. */
const MOST_REMEMBERED = 1_000;

const placeAfter = ({ found, shown, fetched }: Place, page: SourcePage, { sourceIds, count }: FreshItems): Place => ({
  cursor: page.next,
  // What was there when we began is what we owe: what comes later is for the next run.
  found: found ?? page.found,
  lastFound: page.found,
  shown: [...shown, ...sourceIds].slice(-MOST_REMEMBERED),
  fetched: fetched + count,
});

/**
 * Whether some may have been pulled past us unseen: others have vanished since the page before, or the list lacks at its
 * end what was there at its beginning. A list of one page has had no time for that.
 */
const hasShifted = (place: Place, page: SourcePage, fresh: FreshItems): boolean => {
  if (place.cursor === null) return false;
  const { found, fetched } = placeAfter(place, page, fresh);
  return page.found < (place.lastFound ?? 0) || (page.next === null && fetched < (found ?? 0));
};

const nextStep = ({ cursor, found, lastFound, shown }: Place, slices: readonly Slice[]) => {
  // What a split window has found is found again by those that take its place.
  if (slices.length > 0) return { state: 'split', cursor: null, found: 0, lastFound, shown: [] } as const;
  if (cursor === null) return { state: 'done', cursor, found, lastFound, shown: [] } as const;
  return { state: 'collecting', cursor, found, lastFound, shown } as const;
};
