import type { IdGenerator } from '@job-scope/kernel';
import {
  concludeRun,
  hasReadLists,
  NO_COUNTS,
  plannedInquiry,
  type CollectionRun,
  type CollectionWindow,
  type RunConclusion,
  type WindowState,
} from '@job-scope/vacancies-domain';
import type { ContentHasher, UnseenRequest, VacancySource, VacancyTransaction } from '@job-scope/vacancies-ports';
import { finishRunWhenDone } from './conclude-run';
import { PORTION } from './ask-singly';
import { matchKeyOf } from './match-key';
import { addPlannedWindows } from './planned-windows';

const BATCH = 1_000;

/**
 * What follows when a list of a run has been read or given up, and it was the last. A full run knows which vacancies its
 * query shows no longer: they are asked for, or are gone where nothing can be asked. All that waits to be asked for
 * becomes one more window of the run; without any, or if no list could be read, the run is over.
 */
export class AfterLists {
  constructor(
    private readonly hasher: ContentHasher,
    private readonly ids: IdGenerator,
  ) {}

  /**
   * The run is locked first: of two windows that end at once, the second must see the first. `detail` says why the window
   * at hand ended badly.
   */
  async proceed(
    tx: VacancyTransaction,
    windowId: string,
    runId: string,
    source: VacancySource,
    at: Date,
    detail?: string,
  ): Promise<void> {
    const run = await tx.collections.lockRun(runId);
    if (!run || run.status === 'finished') return;
    const windows = await tx.collections.windowsOf(runId);
    const conclusion = concludeRun(windows);
    if (!conclusion) return;
    const request = this.sweepOf(run, source, windows, conclusion);
    if (request) {
      const unseen = await sweep(tx, run, request, source.inquiry !== undefined, at);
      const found = windows.find(({ id }) => id === windowId)?.found ?? null;
      const delta = { ...NO_COUNTS, gone: unseen };
      if (!source.inquiry) await tx.collections.advanceWindow(windowId, { state: 'done', cursor: null, found, delta });
    }
    if (source.inquiry && isFit(windows)) {
      await tx.inquiries.adopt(run, PORTION);
      const [due] = await tx.inquiries.due(runId, 1);
      if (due) return addPlannedWindows(tx, run, [plannedInquiry({ id: this.ids.next(), runId })]);
    }
    await finishRunWhenDone(tx, runId, at, detail);
  }

  /**
   * Only a list that was read to its end says who may be missing. What could not be understood would be missing, too, as
   * would those that were pulled past us: that is found out by asking, and must not be concluded without. Nor may it be
   * concluded of a part of the market that a vacancy is gone: it may have left that part only. The employers whose lists
   * were read in full are no such part; of theirs all may be asked for, whatever became of the lists of others.
   */
  private sweepOf(
    run: CollectionRun,
    from: VacancySource,
    windows: readonly CollectionWindow[],
    { outcome }: RunConclusion,
  ): UnseenRequest | undefined {
    if (run.mode !== 'full' || !run.startedAt) return undefined;
    const { source, startedAt: before } = run;
    const read = windows.filter(({ state }) => state === 'done').map(({ slice }) => slice);
    const employers = from.employersIn?.(read) ?? null;
    const queryKey = employers === null ? matchKeyOf(run, this.hasher) : null;
    const canAsk = employers === null ? hasReadLists(windows) : employers.length > 0 && isFit(windows);
    const isSound = from.inquiry ? canAsk : outcome === 'complete' && queryKey === null;
    return isSound ? { source, queryKey, before, employers } : undefined;
  }
}

/** With one of them nothing more is to be asked of the source in this run; what waits is asked for by the next. */
const UNFIT: ReadonlySet<WindowState> = new Set(['blocked', 'capped', 'cancelled']);

/** Nor is a source to be asked that has answered for no list. */
const isFit = (windows: readonly CollectionWindow[]): boolean =>
  windows.some(({ state }) => state === 'done') && !windows.some(({ state }) => UNFIT.has(state));

/** How many are seen no longer. */
const sweep = async (
  tx: VacancyTransaction,
  { id: runId }: CollectionRun,
  request: UnseenRequest,
  canBeAsked: boolean,
  at: Date,
): Promise<number> => {
  let unseen = 0;
  for (let ids = await tx.sweeps.unseen(request, BATCH, null); ids.length > 0;) {
    if (canBeAsked) await tx.inquiries.add(runId, ids);
    else await endAll(tx, ids, at);
    if (request.queryKey !== null) await tx.sweeps.forgetMatches(request.queryKey, ids);
    unseen += ids.length;
    ids = await tx.sweeps.unseen(request, BATCH, ids.at(-1) ?? null);
  }
  if (unseen > 0) await tx.collections.appendEvents(runId, [{ type: 'swept', data: { unseen } }], at);
  return unseen;
};

const endAll = async (tx: VacancyTransaction, ids: readonly string[], at: Date): Promise<void> => {
  const amendments = ids.map((id) => ({ id, state: 'gone', details: null }) as const);
  const ended = await tx.vacancies.amend(amendments, at);
  await tx.outbox.append(ended.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
};
