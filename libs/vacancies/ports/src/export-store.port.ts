import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { VacancySearch } from './vacancy-search.port';

/** What is exported: a search in an order that has no end. */
export type ExportedSearch = Omit<VacancySearch, 'limit' | 'from' | 'facets' | 'highlight'>;

/** A file that is being made of what a search finds, or was. */
export interface VacancyExport {
  readonly id: string;
  /** The user who asked for it: nobody else but superusers knows of it. */
  readonly ownerId: string;
  readonly format: 'csv' | 'jsonl';
  readonly search: ExportedSearch;
  readonly status: 'requested' | 'running' | 'succeeded' | 'failed';
  /** Where the next page begins; null before the first one. */
  readonly next: PagePosition | null;
  /** What the file holds so far. */
  readonly rows: number;
  readonly bytes: number;
  /** How many vacancies matched when it began; null before, and when the engine did not count them all. */
  readonly total: number | null;
  /** Why it failed, or why its last step did. */
  readonly failure: string | null;
  readonly failedSteps: number;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** When the next step may be taken. */
  readonly availableAt: Date;
  /** From then on it is no more; null while it is being made. */
  readonly expiresAt: Date | null;
}

/** The sender's mark of repetitions, and what was asked for under it. */
export interface ExportKey {
  readonly key: string;
  readonly fingerprint: string;
}

export type TooManyExports = { readonly code: 'exports.too-many' };
export type ExportKeyReused = { readonly code: 'exports.idempotency-key-reused' };
/** The position is of another list. */
export type ExportListFailure = { readonly code: 'exports.cursor-expired' };

/** The gateway's side of exports. */
export interface ExportStore {
  /** The export that the user has under this key already, or this one, unless `maxOpen` of theirs are being made. */
  add(
    fresh: VacancyExport,
    key: ExportKey,
    maxOpen: number,
  ): Promise<Result<VacancyExport, TooManyExports | ExportKeyReused>>;
  /** Those of a user that are there at `now`, the newest first. */
  ofOwner(
    ownerId: string,
    now: Date,
    page: { readonly limit: number; readonly from?: PagePosition },
  ): Promise<Result<Page<VacancyExport>, ExportListFailure>>;
  /** Undefined if there is none, or no more at `now`. */
  byId(id: string, now: Date): Promise<VacancyExport | undefined>;
  /** Ends it, ready or not, and gives its key free; a worker takes its file away. */
  expire(id: string, now: Date): Promise<void>;
}

/** The worker's side of exports. */
export interface ExportQueue {
  /**
   * Stores what `work` makes of the one that could have been taken up longest and that nobody else is at, so that one
   * that is put off stands behind the others; if `work` throws or dies, it stays as it was. False if there is nothing to do.
   */
  advance(now: Date, work: (open: VacancyExport) => Promise<VacancyExport>): Promise<boolean>;
  /** Stores what `change` makes of this one, unless it is over or somebody else is at it. */
  amend(id: string, change: (open: VacancyExport) => VacancyExport): Promise<void>;
  /** Forgets those that are no more, once `remove` has taken their files away; returns how many there were. */
  forgetExpired(
    now: Date,
    limit: number,
    remove: (expired: readonly VacancyExport[]) => Promise<void>,
  ): Promise<number>;
}

export const EXPORT_STORE = portToken<ExportStore>('vacancies/ExportStore');
export const EXPORT_QUEUE = portToken<ExportQueue>('vacancies/ExportQueue');
