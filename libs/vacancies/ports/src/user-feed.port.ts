import { portToken } from '@job-scope/kernel';

/** The last that was told of a user. */
export interface UserNews {
  /** Where it stands in the feed: a whole number in digits. */
  readonly position: string;
  readonly userId: string;
  readonly deleted: boolean;
  /** The proved address of an active user; null if nothing may be sent. */
  readonly deliverTo: string | null;
}

/** What is told of users, in the order in which it was. */
export interface UserFeed {
  after(position: string, limit: number): Promise<readonly UserNews[]>;
}

/** Whom saved searches may be sent to, as far as the feed was read. */
export interface Recipients {
  /** The position of the last news that was taken. */
  position(): Promise<string>;
  /**
   * Takes over what followed `position`, and remembers how far that goes; saved searches of deleted users are deleted.
   * False, and nothing happens, if another worker has taken it meanwhile.
   */
  take(position: string, news: readonly UserNews[]): Promise<boolean>;
}

export const USER_FEED = portToken<UserFeed>('vacancies/UserFeed');
export const RECIPIENTS = portToken<Recipients>('vacancies/Recipients');
