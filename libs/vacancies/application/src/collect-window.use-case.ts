import { err, ok, type CancelSignal, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import {
  hasWindowEnded,
  NO_COUNTS,
  type CollectionCounts,
  type CollectionRun,
  type CollectionWindow,
} from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  SourceFailure,
  VacancySource,
  VacancySources,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { AfterLists } from './after-lists';
import { AskSingly } from './ask-singly';
import { capWindow, endWindow, finishRunWhenDone } from './conclude-run';
import { ReadList } from './read-list';
import { RequestAllowance } from './request-allowance';
import type { WindowWork, WorkEnd } from './window-work';

export interface CollectWindowInput {
  readonly windowId: string;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** No other attempt will follow: a source that cannot be reached now ends the window, unless something was stored. */
  readonly lastAttempt: boolean;
}

export type CollectWindowEnd =
  | WorkEnd
  | 'blocked'
  | 'failed'
  /** The run may send no more requests. */
  | 'capped'
  /** There was nothing left to do. */
  | 'already-ended';

export type CollectWindowFailure =
  | { readonly code: 'windows.not-found' }
  | {
      readonly code: 'windows.retry-later';
      readonly detail: string;
      readonly retryAfterMs: number;
      /** False if nothing was sent, since all leave the source alone: that says nothing new of it. */
      readonly wasAsked: boolean;
    };

interface Found {
  readonly run: CollectionRun;
  readonly window: CollectionWindow;
}

/** Does what is left to do in a window: a list is read, or vacancies are asked for, each alone. */
export class CollectWindow {
  private readonly afterLists: AfterLists;
  private readonly readList: ReadList;
  private readonly askSingly: AskSingly;

  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly sources: VacancySources,
    hasher: ContentHasher,
    private readonly clock: Clock,
    ids: IdGenerator,
    rates: CurrencyRates,
  ) {
    this.afterLists = new AfterLists(hasher, ids);
    this.readList = new ReadList(unitOfWork, hasher, clock, ids, rates, this.afterLists);
    this.askSingly = new AskSingly(unitOfWork, hasher, clock);
  }

  /** Rejects with an `AbortError` when `signal` aborts; the window can be resumed. `onStored` hears of each step. */
  async execute(
    input: CollectWindowInput,
    signal: CancelSignal,
    onStored: (counts: CollectionCounts) => void = () => undefined,
  ): Promise<Result<CollectWindowEnd, CollectWindowFailure>> {
    const found = await this.find(input.windowId, signal);
    if (!found) return err({ code: 'windows.not-found' });
    const { run, window } = found;
    if (hasWindowEnded(window) || run.status === 'finished') return ok('already-ended');

    const quota = new RequestAllowance(this.unitOfWork, run.id, signal);
    let hasStored = false;
    const heard = (counts: CollectionCounts) => {
      hasStored = true;
      onStored(counts);
    };
    const { attempt } = input;
    const work = { attempt, run, window, source: this.sourceOf(run), quota, signal, onStored: heard };
    const step = window.task === 'list' ? this.readList : this.askSingly;
    try {
      const result = await step.execute(work);
      if (result.ok) return result;
      return await this.giveUp({ ...input, lastAttempt: input.lastAttempt && !hasStored }, work, result.error);
    } finally {
      await quota.giveBack();
    }
  }

  private find(windowId: string, signal: CancelSignal): Promise<Found | undefined> {
    return this.unitOfWork.run(async ({ collections }) => {
      const window = await collections.lockWindow(windowId);
      const run = window && (await collections.lockRun(window.runId));
      return run && { run, window };
    }, signal);
  }

  private sourceOf(run: CollectionRun): VacancySource {
    const source = this.sources.get(run.source);
    if (!source) throw new Error(`no adapter is bound for the source ${run.source}`);
    return source;
  }

  private openWindowsOf(runId: string): Promise<readonly string[]> {
    return this.unitOfWork.run(async ({ collections }) =>
      (await collections.windowsOf(runId)).filter((window) => !hasWindowEnded(window)).map(({ id }) => id),
    );
  }

  private async giveUp(
    { windowId, attempt, lastAttempt }: CollectWindowInput,
    { run, window, source }: WindowWork,
    failure: SourceFailure,
  ): Promise<Result<CollectWindowEnd, CollectWindowFailure>> {
    if (failure.code === 'quota.used-up') {
      await this.unitOfWork.run(async (tx) => {
        await noteCost(tx, windowId, failure);
        await capWindow(tx, windowId, this.clock.now());
      });
      return ok('capped');
    }
    const cause = 'cause' in failure ? ` (${failure.cause})` : '';
    const detail = `${failure.code}${cause}: ${failure.detail}`;
    const wasAsked = !('withheld' in failure) || (failure.requests ?? 0) > 0;
    const end = endOf(failure, lastAttempt && wasAsked);
    if (end === 'retry') {
      await this.unitOfWork.run((tx) => noteCost(tx, windowId, failure));
      const retryAfterMs = failure.code === 'source.rate-limited' ? failure.retryAfterMs : 0;
      return err({ code: 'windows.retry-later', detail, retryAfterMs, wasAsked });
    }
    const givenUp = { reason: failure.code, detail, attempts: attempt };
    await this.unitOfWork.run(async (tx) => {
      await noteCost(tx, windowId, failure);
      const isListFailed = end === 'failed' && window.task === 'list';
      const proceed: typeof finishRunWhenDone = (_, runId, at, why) =>
        this.afterLists.proceed(tx, windowId, runId, source, at, why);
      await endWindow(tx, windowId, end, givenUp, this.clock.now(), isListFailed ? proceed : finishRunWhenDone);
    });
    // Whom a source keeps out asks it for nothing more. Each window is a transaction: workers lock one before its run.
    for (const other of end === 'blocked' ? await this.openWindowsOf(run.id) : []) {
      await this.unitOfWork.run((tx) => endWindow(tx, other, end, { ...givenUp, attempts: 0 }, this.clock.now()));
    }
    return ok(end);
  }
}

/** Requests that brought nothing count as well. */
const noteCost = async (
  { collections }: VacancyTransaction,
  windowId: string,
  { requests = 0, throttled = 0 }: SourceFailure,
): Promise<void> => {
  const window = requests > 0 ? await collections.lockWindow(windowId) : undefined;
  if (!window || hasWindowEnded(window)) return;
  const { state, cursor, found } = window;
  await collections.advanceWindow(windowId, { state, cursor, found, delta: { ...NO_COUNTS, requests, throttled } });
};

type Refusal = Exclude<SourceFailure, { readonly code: 'quota.used-up' }>;

const endOf = ({ code }: Refusal, lastAttempt: boolean): 'blocked' | 'failed' | 'retry' => {
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
