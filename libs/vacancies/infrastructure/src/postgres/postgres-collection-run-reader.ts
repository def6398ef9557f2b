import { err, isIsoTime, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { CollectionRun, CollectionWindow, WindowState } from '@job-scope/vacancies-domain';
import type { CollectionRunReader, RunListFailure, StoredRunEvent } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { toRun, toWindow, type RunRow, type WindowRow } from './run-row';

const LIST = 'vacancies/postgres/collection-runs';

export class PostgresCollectionRunReader implements CollectionRunReader {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<CollectionRun | undefined> {
    const sql = 'SELECT * FROM vacancies.collection_runs WHERE id = $1';
    const [row] = await this.dataSource.query<RunRow[]>(sql, [id]);
    return row && toRun(row);
  }

  async windowStates(runId: string): Promise<Readonly<Partial<Record<WindowState, number>>>> {
    const rows = await this.dataSource.query<{ state: WindowState; count: number }[]>(
      'SELECT state, count(*)::int AS count FROM vacancies.collection_windows WHERE run_id = $1 GROUP BY state',
      [runId],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  async endedAmong(ids: readonly string[]): Promise<readonly string[]> {
    const sql = `SELECT id FROM vacancies.collection_runs WHERE id = ANY($1::uuid[]) AND status = 'finished'`;
    return (await this.dataSource.query<{ id: string }[]>(sql, [ids])).map(({ id }) => id);
  }

  async windows(runId: string, limit: number, afterId: string | null): Promise<readonly CollectionWindow[]> {
    const rows = await this.dataSource.query<WindowRow[]>(
      `SELECT * FROM vacancies.collection_windows
       WHERE run_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [runId, afterId, limit],
    );
    return rows.map(toWindow);
  }

  async events(runId: string, afterSeq: number, limit: number): Promise<readonly StoredRunEvent[]> {
    const rows = await this.dataSource.query<(Omit<StoredRunEvent, 'seq'> & { seq: string })[]>(
      'SELECT seq, type, data, at FROM vacancies.run_events WHERE run_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [runId, afterSeq, limit],
    );
    return rows.map(({ seq, ...event }) => ({ ...event, seq: Number(seq) }));
  }

  async list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<CollectionRun>, RunListFailure>> {
    const { limit, from } = request;
    if (from && !isPosition(from)) return err({ code: 'collections.cursor-expired' });
    const [requestedAt, id] = from?.after ?? ['infinity', null];
    const rows = await this.dataSource.query<RunRow[]>(
      `SELECT * FROM vacancies.collection_runs
       WHERE (requested_at, id) < ($1::timestamptz, $2::uuid)
       ORDER BY requested_at DESC, id DESC LIMIT $3`,
      [requestedAt, id, limit + 1],
    );
    const items = rows.slice(0, limit).map(toRun);
    const last = items.at(-1);
    return ok(last && rows.length > limit ? { items, next: positionOf(last) } : { items });
  }
}

const positionOf = ({ requestedAt, id }: CollectionRun): PagePosition => ({
  list: LIST,
  after: [requestedAt.toISOString(), id],
});

/** What comes back from outside may have been altered on its way. */
const isPosition = ({ list, after }: PagePosition): boolean => {
  const [requestedAt, id] = after;
  return list === LIST && after.length === 2 && isIsoTime(requestedAt) && isUuid(id);
};
