import type { DataSource } from 'typeorm';
import type { SharedUsage, Usage, WindowUsage } from './shared-usage';

/**
 * Two replicas that add the same keys at once lock the rows in one order. The clock is the database's. What ended a while
 * ago is deleted on the way, but for rows that others hold or that are added to right now.
 */
const ADD = `
  WITH clock AS (SELECT (extract(epoch FROM now()) * 1000)::bigint AS now_ms),
  deleted AS (
    DELETE FROM platform.rate_limits WHERE key IN (
      SELECT key FROM platform.rate_limits, clock
      WHERE expire < now_ms - 60000 AND key <> ALL ($1::text[])
      ORDER BY expire LIMIT 1000 FOR UPDATE OF rate_limits SKIP LOCKED
    )
  )
  INSERT INTO platform.rate_limits AS stored (key, points, expire)
  SELECT used.key, used.points, now_ms + $3::bigint
  FROM unnest($1::text[], $2::int[]) AS used (key, points), clock
  ORDER BY used.key
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN stored.expire <= excluded.expire - $3::bigint THEN 0 ELSE stored.points END + excluded.points,
    expire = CASE WHEN stored.expire <= excluded.expire - $3::bigint THEN excluded.expire ELSE stored.expire END
  RETURNING key, points, (expire - (SELECT now_ms FROM clock))::float8 AS left_ms`;

interface AddedRow {
  readonly key: string;
  readonly points: number;
  readonly left_ms: number;
}

/** One row a key in `platform.rate_limits`, the table of the exact limits. */
export class PostgresSharedUsage implements SharedUsage {
  constructor(private readonly dataSource: DataSource) {}

  async add(used: readonly Usage[], windowMs: number): Promise<readonly WindowUsage[]> {
    const [keys, counts] = [used.map(({ key }) => key), used.map(({ requests }) => requests)];
    const rows = await this.dataSource.query<AddedRow[]>(ADD, [keys, counts, windowMs]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key) => {
      const row = byKey.get(key);
      if (!row) throw new Error('the database gave no answer');
      return { requests: row.points, leftMs: Math.max(0, row.left_ms) };
    });
  }
}
