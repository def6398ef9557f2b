import type { RefreshClaims, RefreshTiming } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

/** One row for each task. Time is the database's. */
export class PostgresRefreshClaims implements RefreshClaims {
  constructor(private readonly dataSource: DataSource) {}

  async claim(task: string, { everyMs, retryMs }: RefreshTiming): Promise<boolean> {
    const [row] = await this.dataSource.query<{ claimed: boolean }[]>(CLAIM, [task, everyMs, retryMs]);
    return row?.claimed ?? false;
  }

  async done(task: string): Promise<void> {
    await this.dataSource.query('UPDATE vacancies.refreshes SET done_at = clock_timestamp() WHERE task = $1', [task]);
  }
}

/** One atomic step: two at once are ordered by the row's lock, and the second sees that it is claimed. */
const CLAIM = `
  WITH claimed AS (
    INSERT INTO vacancies.refreshes AS known (task, claimed_at) VALUES ($1, clock_timestamp())
    ON CONFLICT (task) DO UPDATE SET claimed_at = clock_timestamp()
      WHERE known.claimed_at <= clock_timestamp() - $3::float8 * interval '1 millisecond'
        AND (known.done_at IS NULL OR known.done_at <= clock_timestamp() - $2::float8 * interval '1 millisecond')
    RETURNING task
  )
  SELECT EXISTS (SELECT FROM claimed) AS claimed`;
