import type { UserFeed, UserNews } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

interface FeedRow {
  readonly position: string;
  readonly user_id: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What auth-service publishes of users (`users.changed.v1`, `users.deleted.v1`): a table that we may read, and no other. */
export class PostgresUserFeed implements UserFeed {
  constructor(private readonly dataSource: DataSource) {}

  async after(position: string, limit: number): Promise<readonly UserNews[]> {
    return (await this.dataSource.query<FeedRow[]>(AFTER, [position, limit])).map(toNews);
  }
}

const AFTER = `
  SELECT position, user_id, event_name || '.v' || event_version AS event, payload
  FROM auth.user_events WHERE position > $1 ORDER BY position LIMIT $2`;

/** Words that we do not understand stop us: to pass over them could mean to write to whom we must not. */
const toNews = ({ position, user_id: userId, event, payload }: FeedRow): UserNews => {
  if (event === 'users.deleted.v1') return { position, userId, deleted: true, deliverTo: null };
  const { email, verified, active } = payload;
  if (event !== 'users.changed.v1' || typeof email !== 'string') {
    throw new Error(`what the feed of users says at ${position} cannot be understood: ${event}`);
  }
  return { position, userId, deleted: false, deliverTo: verified === true && active === true ? email : null };
};
