import { portToken } from '@job-scope/kernel';
import type { MailLanguage, Salary, SavedSearch, SearchTerms } from '@job-scope/vacancies-domain';

/** What a mail shows of a vacancy. */
export interface NewVacancy {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly employer: string | null;
  readonly area: string | null;
  readonly salary: Salary | null;
}

/** What a look at a saved search has found. */
export interface Look {
  /** As it was claimed. */
  readonly search: SavedSearch;
  /** The identifiers of all that is new. */
  readonly found: readonly string[];
  /** What the mail is to show; some of them at most. */
  readonly shown: readonly NewVacancy[];
  readonly watermark: Date;
  readonly dueAt: Date;
  /** What the mail would be called. */
  readonly notificationId: string;
}

export interface SavedSearchBacklog {
  /** Saved searches whose look is due. */
  readonly due: number;
  readonly oldestDueAt: Date | null;
  /** Mails that are noted and not sent. */
  readonly unsent: number;
}

/** The worker's side of saved searches: looks that are due. */
export interface SavedSearchLooks {
  /** Those due for the longest time, by one worker each; due again at `until`, lest a worker dies over them. */
  claimDue(now: Date, until: Date, limit: number): Promise<readonly SavedSearch[]>;
  /** Those of the vacancies that it was not told of. */
  untold(savedSearchId: string, vacancyIds: readonly string[]): Promise<readonly string[]>;
  /**
   * In one step notes what is told, queues the mail about it (none if nothing is new, or nobody to be written to), and
   * moves the saved search on. False, and nothing happens, if that was changed or claimed again meanwhile. Returns for
   * how many vacancies that mail is.
   */
  conclude(look: Look): Promise<number | false>;
  backlog(now: Date): Promise<SavedSearchBacklog>;
}

/** A mail that is noted. */
export interface Notification {
  /** The same at each attempt. */
  readonly id: string;
  /** Null if nothing is to be sent any more: paused, or no proved address. */
  readonly deliverTo: string | null;
  readonly search: {
    readonly name: string;
    readonly terms: SearchTerms;
    readonly language: MailLanguage;
    /** Lets whoever has it pause the saved search, and nothing else. */
    readonly secret: string;
  };
  readonly vacancies: readonly NewVacancy[];
  /** How many are new, those that are not shown included. */
  readonly total: number;
  /** How often it was claimed before. */
  readonly attempts: number;
}

/** The worker's side of saved searches: mails to be sent. */
export interface NotificationQueue {
  /** The oldest, by one worker each; they come again at `until` unless they are settled. */
  claim(now: Date, until: Date, limit: number): Promise<readonly Notification[]>;
  settle(id: string): Promise<void>;
  putOff(id: string, until: Date): Promise<void>;
}

export const SAVED_SEARCH_LOOKS = portToken<SavedSearchLooks>('vacancies/SavedSearchLooks');
export const NOTIFICATION_QUEUE = portToken<NotificationQueue>('vacancies/NotificationQueue');
