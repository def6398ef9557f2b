import { portToken, type CancelSignal, type Result } from '@job-scope/kernel';
import type {
  CollectionQuery,
  Slice,
  SourceName,
  VacancyDetails,
  VacancySnapshot,
  VacancyState,
} from '@job-scope/vacancies-domain';
import type { RequestQuota } from './source-request-budget.port';

export interface SourcePageRequest {
  readonly query: CollectionQuery;
  readonly slice: Slice;
  /** What the previous page gave as `next`; null asks for the first page. */
  readonly cursor: string | null;
}

export interface SourcePage {
  readonly vacancies: readonly VacancySnapshot[];
  /** Items that could not be understood: recorded and passed over, they never lose the page. */
  readonly rejected: readonly RejectedItem[];
  /** How many the source says there are in all. */
  readonly found: number;
  /** How many of them it will show, page by page: with fewer than `found` the slice is to be split. */
  readonly reachable: number;
  /** Null on the last page the source will show. */
  readonly next: string | null;
  /** Outgoing requests this page cost, repeated ones included. */
  readonly requests: number;
  /** How many of them were answered by 429; absent for none. */
  readonly throttled?: number;
}

export interface RejectedItem {
  readonly sourceId: string | null;
  /** The offending field and what is wrong with it. */
  readonly reason: string;
  /** The payload, as it would be stored: a mapping that is repaired may understand it. */
  readonly raw: unknown;
}

/** What keeps us out: a riddle for people, the API by itself, or a guard before it that knows nothing of the API. */
export type BlockCause = 'captcha' | 'ban' | 'guard';
/** What our access lacks: a token that is taken, payment, or a name that may ask. */
export type AccessCause = 'token' | 'payment' | 'user-agent';

/**
 * Why a page could not be had. `source.blocked` is a captcha or a ban: it blocks the budget, as `source.rate-limited`
 * does. Only `source.unavailable` and `source.rate-limited` are worth trying again. `quota.used-up` says nothing of the
 * source: the caller may send no more requests.
 */
type Reason =
  | { readonly code: 'source.blocked'; readonly cause: BlockCause; readonly detail: string }
  | { readonly code: 'source.unauthorized'; readonly cause: AccessCause; readonly detail: string }
  | { readonly code: 'source.query-refused'; readonly detail: string }
  | {
      readonly code: 'source.rate-limited';
      readonly detail: string;
      readonly retryAfterMs: number;
      /** The budget let the request out no more: the source has not said so to this call. */
      readonly withheld?: true;
    }
  | { readonly code: 'source.unavailable'; readonly detail: string }
  | { readonly code: 'quota.used-up'; readonly detail: string };

export type SourceFailure = Reason & {
  /** Outgoing requests the call cost in vain, repeated ones included; absent for none. */
  readonly requests?: number;
  /** How many of them were answered by 429. */
  readonly throttled?: number;
};

/** One aggregator. Takes from `SourceRequestBudget`, and from the quota if there is one, before every outgoing request. */
export interface VacancySource {
  readonly name: SourceName;
  /** Whatever goes wrong at the source is a `SourceFailure`. Rejects with an `AbortError` when `signal` aborts. */
  page(
    request: SourcePageRequest,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<SourcePage, SourceFailure>>;
  /**
   * Smaller slices that together hold all that `slice` holds; they may overlap. None if it cannot be made smaller. Fails
   * and rejects as `page` does.
   */
  split(request: SplitRequest, signal: CancelSignal, quota?: RequestQuota): Promise<Result<Split, SourceFailure>>;
  /**
   * For a source that is asked employer by employer, and for nothing less: those whose open vacancies such slices show, all
   * of each. What a run did not ask for is not gone. Undefined if a run of everything shows everything.
   */
  employersIn?(slices: readonly Slice[]): readonly string[];
  /** Undefined if the source has nothing but lists. */
  readonly inquiry?: VacancyInquiry;
}

/** Single vacancies of a source: what lists leave out of them, and what has become of those that lists show no longer. */
export interface VacancyInquiry {
  /** Whether each new or changed vacancy is to be asked for, too. */
  readonly completesLists: boolean;
  /** Fails and rejects as `page` does; `source.query-refused` is about this vacancy alone. */
  ask(
    vacancy: InquiredVacancy,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<InquiryAnswer, SourceFailure>>;
}

export interface InquiredVacancy {
  readonly sourceId: string;
  /** The payload that told of it last: some sources find a vacancy only by more than its identifier. */
  readonly raw: unknown;
}

export interface InquiryAnswer {
  readonly state: VacancyState;
  /** Null if none were told, or none that could be understood. */
  readonly told: { readonly details: VacancyDetails; readonly raw: unknown } | null;
  /** Why the details could not be understood, and what told them; null if all went well. */
  readonly rejected: Pick<RejectedItem, 'reason' | 'raw'> | null;
  /** Outgoing requests this cost, repeated ones included. */
  readonly requests: number;
  /** How many of them were answered by 429; absent for none. */
  readonly throttled?: number;
}

export interface SplitRequest {
  readonly query: CollectionQuery;
  readonly slice: Slice;
}

export interface Split {
  readonly slices: readonly Slice[];
  /** Outgoing requests this cost. */
  readonly requests: number;
}

export type VacancySources = ReadonlyMap<SourceName, VacancySource>;

export const VACANCY_SOURCES = portToken<VacancySources>('vacancies/VacancySources');
