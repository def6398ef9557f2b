import type { SourceName } from './source';

/** Why a job failed for good. */
export type JobFailure =
  /** It threw, and no attempt is left. */
  | 'job.failed'
  /** Too many workers died at it. */
  | 'job.stalled'
  /** It took longer than a job may, each time. */
  | 'job.timed-out';

/** Why work was given up for good, in few words that letters can be grouped by. */
export type DeadLetterReason =
  | 'source.blocked'
  | 'source.unauthorized'
  | 'source.query-refused'
  | 'source.rate-limited'
  | 'source.unavailable'
  /** The query was stored when it was valid, and is so no more. */
  | 'collections.invalid-query'
  | JobFailure;

/** `open` waits for a person, who has the work done again or decides that it need not be. */
export type DeadLetterState = 'open' | 'replayed' | 'discarded';

/** Work that was given up for good: a window of a run, or the planning of one. */
export interface DeadLetter {
  /** UUIDv7. */
  readonly id: string;
  readonly source: SourceName;
  readonly runId: string;
  /** Null if the run could not even be planned. */
  readonly windowId: string | null;
  readonly reason: DeadLetterReason;
  /** For people. */
  readonly detail: string;
  /** How often it was tried. */
  readonly attempts: number;
  readonly failedAt: Date;
  readonly state: DeadLetterState;
  /** When it ceased to be open. */
  readonly settledAt: Date | null;
}

/** A letter that has just been written. */
export type FreshDeadLetter = Omit<DeadLetter, 'id' | 'state' | 'settledAt'>;
