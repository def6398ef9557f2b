import type { MailLanguage, SearchTerms } from '@job-scope/vacancies-domain';
import type { NewVacancy, Notification, NotificationQueue } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

interface NotificationRow {
  readonly id: string;
  readonly deliver_to: string | null;
  readonly name: string;
  readonly terms: SearchTerms;
  readonly language: MailLanguage;
  readonly secret: string;
  readonly vacancies: readonly NewVacancy[];
  readonly total: number;
  readonly attempts: number;
}

export class PostgresNotificationQueue implements NotificationQueue {
  constructor(private readonly dataSource: DataSource) {}

  async claim(now: Date, until: Date, limit: number): Promise<readonly Notification[]> {
    return (await this.dataSource.query<NotificationRow[]>(CLAIM, [now, until, limit])).map(toNotification);
  }

  async settle(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM vacancies.notifications WHERE id = $1', [id]);
  }

  async putOff(id: string, until: Date): Promise<void> {
    await this.dataSource.query('UPDATE vacancies.notifications SET available_at = $2 WHERE id = $1', [id, until]);
  }
}

const toNotification = (row: NotificationRow): Notification => ({
  id: row.id,
  deliverTo: row.deliver_to,
  search: { name: row.name, terms: row.terms, language: row.language, secret: row.secret },
  vacancies: row.vacancies,
  total: row.total,
  attempts: row.attempts,
});

/** Whom it goes to is asked when it goes. */
const CLAIM = `
  WITH available AS (
    SELECT id FROM vacancies.notifications WHERE available_at <= $1
    ORDER BY available_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE vacancies.notifications notification SET available_at = $2, attempts = attempts + 1
    FROM available WHERE notification.id = available.id
    RETURNING notification.id, saved_search_id, vacancies, total, attempts - 1 AS attempts
  )
  SELECT claimed.*, search.name, search.terms, search.language, search.secret,
    CASE WHEN NOT search.paused THEN email END AS deliver_to
  FROM claimed JOIN vacancies.saved_searches search ON search.id = saved_search_id
  LEFT JOIN vacancies.recipients ON user_id = owner_id ORDER BY claimed.id`;
