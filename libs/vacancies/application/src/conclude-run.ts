import {
  concludeRun,
  hasWindowEnded,
  NO_COUNTS,
  type CollectionRun,
  type DeadLetterReason,
  type RunConclusion,
} from '@job-scope/vacancies-domain';
import type { VacancyTransaction } from '@job-scope/vacancies-ports';

export const finishRun = async (
  { collections }: VacancyTransaction,
  runId: string,
  conclusion: RunConclusion,
  at: Date,
): Promise<void> => {
  await collections.finishRun(runId, conclusion, at);
  await collections.appendEvents(runId, [{ type: 'finished', data: { ...conclusion } }], at);
};

/**
 * Finishes the run if its last window has ended. The run is locked first: of two windows that end at once, the second
 * must see the first. `detail` says why the window at hand ended badly.
 */
export const finishRunWhenDone = async (
  tx: VacancyTransaction,
  runId: string,
  at: Date,
  detail?: string,
): Promise<void> => {
  const run = await tx.collections.lockRun(runId);
  if (!run || run.status === 'finished') return;
  const conclusion = concludeRun(await tx.collections.windowsOf(runId));
  if (!conclusion) return;
  const reason = [conclusion.reason, detail].filter(Boolean).join(': ') || null;
  await finishRun(tx, runId, { ...conclusion, reason }, at);
};

/** Why work is given up, and how often it was tried. */
export interface GivenUp {
  readonly reason: DeadLetterReason;
  readonly detail: string;
  readonly attempts: number;
}

/**
 * Ends a window that cannot be collected to its end, and keeps it as a dead letter, unless it has ended meanwhile. What
 * was stored stays. `proceed` is what follows in the run.
 */
export const endWindow = async (
  tx: VacancyTransaction,
  windowId: string,
  state: 'blocked' | 'failed',
  givenUp: GivenUp,
  at: Date,
  proceed = finishRunWhenDone,
): Promise<boolean> => {
  const window = await tx.collections.lockWindow(windowId);
  if (!window || hasWindowEnded(window)) return false;
  const { runId, cursor, found } = window;
  const run = await tx.collections.lockRun(runId);
  if (!run || run.status === 'finished') return false;
  const { detail } = givenUp;
  await tx.collections.advanceWindow(windowId, { state, cursor, found, delta: NO_COUNTS });
  await tx.deadLetters.add({ ...givenUp, source: run.source, runId, windowId, failedAt: at });
  await tx.collections.appendEvents(runId, [{ type: 'window-ended', data: { windowId, state, detail } }], at);
  await proceed(tx, runId, at, detail);
  return true;
};

/** Ends a run that cannot be planned, and keeps it as a dead letter. */
export const endUnplanned = async (
  tx: VacancyTransaction,
  { id: runId, source }: CollectionRun,
  givenUp: GivenUp,
  at: Date,
): Promise<void> => {
  await tx.deadLetters.add({ ...givenUp, source, runId, windowId: null, failedAt: at });
  const reason = `the run could not be planned: ${givenUp.detail}`;
  await finishRun(tx, runId, { outcome: 'failed', reason }, at);
};

/** Ends a window that its run has no requests left for. Nobody need look at it: the next run asks for the same. */
export const capWindow = async (tx: VacancyTransaction, windowId: string, at: Date): Promise<void> => {
  const window = await tx.collections.lockWindow(windowId);
  if (!window || hasWindowEnded(window)) return;
  const { runId, cursor, found } = window;
  await tx.collections.advanceWindow(windowId, { state: 'capped', cursor, found, delta: NO_COUNTS });
  await tx.collections.appendEvents(runId, [{ type: 'window-ended', data: { windowId, state: 'capped' } }], at);
  await finishRunWhenDone(tx, runId, at);
};
