import type { SourceName } from '@job-scope/vacancies-domain';
import type { CollectionJob, OpenWork } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

export class PostgresOpenWork implements OpenWork {
  constructor(private readonly dataSource: DataSource) {}

  async page(limit: number, afterId: string | null): Promise<readonly CollectionJob[]> {
    const rows = await this.dataSource.query<OpenRow[]>(OPEN, [limit, afterId ?? LOWEST]);
    return rows.map(toJob);
  }
}

interface OpenRow {
  readonly source: SourceName;
  readonly run_id: string;
  readonly window_id: string | null;
  readonly replay_of: string | null;
}

/**
 * The identifier of the letter that was replayed last is the largest, and the aggregate of what announced it. Windows and
 * messages are looked up one by one, by subqueries that cannot become joins over whole tables.
 */
const OPEN = `
  SELECT run.source, run.id AS run_id, part.id AS window_id, replayed.id AS replay_of
  FROM vacancies.collection_runs run
  LEFT JOIN LATERAL (
    SELECT id FROM vacancies.collection_windows
    WHERE run_id = run.id AND state IN ('planned', 'collecting') OFFSET 0
  ) part ON true
  LEFT JOIN LATERAL (
    SELECT id FROM vacancies.dead_letters
    WHERE state = 'replayed' AND run_id = run.id AND window_id IS NOT DISTINCT FROM part.id
    ORDER BY id DESC LIMIT 1
  ) replayed ON true
  WHERE run.status IN ('requested', 'collecting') AND (run.status = 'requested' OR part.id IS NOT NULL)
    AND coalesce(part.id, run.id) > $2
    AND (
      SELECT min(revision) FROM vacancies.outbox
      WHERE aggregate_id = coalesce(replayed.id, part.id, run.id) AND dead_at IS NULL
    ) IS NULL
  ORDER BY coalesce(part.id, run.id) LIMIT $1`;

const LOWEST = '00000000-0000-0000-0000-000000000000';

const toJob = ({ source, run_id: runId, window_id: windowId, replay_of: letter }: OpenRow): CollectionJob => ({
  ...(windowId === null ? { kind: 'plan', source, runId } : { kind: 'window', source, runId, windowId }),
  ...(letter !== null && { replayOf: letter }),
});
