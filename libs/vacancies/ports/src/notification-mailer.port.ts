import { portToken } from '@job-scope/kernel';
import type { Notification } from './saved-search-looks.port';

export interface NotificationMail extends Notification {
  readonly deliverTo: string;
}

/** Writes to users what is new. */
export interface NotificationMailer {
  /** `refused` if it is no use to try again; throws if it may be. */
  send(mail: NotificationMail): Promise<'sent' | 'refused'>;
}

export const NOTIFICATION_MAILER = portToken<NotificationMailer>('vacancies/NotificationMailer');
