import type { Recipients, UserNews } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

export class PostgresRecipients implements Recipients {
  constructor(private readonly dataSource: DataSource) {}

  async position(): Promise<string> {
    const [row] = await this.dataSource.query<{ position: string }[]>(POSITION);
    if (!row) throw new Error('the position in the feed of users is not stored');
    return row.position;
  }

  take(position: string, news: readonly UserNews[]): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const last = news.at(-1)?.position ?? position;
      const [moved] = await manager.query<{ moved: boolean }[]>(MOVE, [position, last]);
      if (!moved?.moved) return false;
      const reachable = news.filter(({ deliverTo }) => deliverTo !== null);
      const others = news.filter(({ deliverTo }) => deliverTo === null);
      const deleted = news.filter((user) => user.deleted);
      await manager.query(KEEP, [idsOf(reachable), reachable.map(({ deliverTo }) => deliverTo)]);
      await manager.query('DELETE FROM vacancies.recipients WHERE user_id = ANY ($1::uuid[])', [idsOf(others)]);
      await manager.query('DELETE FROM vacancies.saved_searches WHERE owner_id = ANY ($1::uuid[])', [idsOf(deleted)]);
      return true;
    });
  }
}

const idsOf = (news: readonly UserNews[]): readonly string[] => news.map(({ userId }) => userId);

const POSITION = `SELECT position FROM vacancies.feed_positions WHERE feed = 'users'`;

const MOVE = `
  WITH moved AS (
    UPDATE vacancies.feed_positions SET position = $2 WHERE feed = 'users' AND position = $1 RETURNING feed
  )
  SELECT EXISTS (SELECT FROM moved) AS moved`;

/** The feed has each user once. */
const KEEP = `
  INSERT INTO vacancies.recipients (user_id, email) SELECT * FROM unnest($1::uuid[], $2::text[])
  ON CONFLICT (user_id) DO UPDATE SET email = excluded.email`;
