import {
  idOfRequester,
  type CollectionQuery,
  type CollectionRun,
  type CollectionWindow,
  type RunConclusion,
  type RunStatus,
  type SourceName,
} from '@job-scope/vacancies-domain';
import type { CollectionRepository, RunEvent, WindowProgress } from '@job-scope/vacancies-ports';
import { ADVANCE_WINDOW, APPEND_EVENTS, FORGET_HISTORY, TAKE_REQUESTS } from './collection-sql';
import { COUNTERS, toRun, toWindow, type RunRow, type WindowRow } from './run-row';
import { theRow, type Statements } from './statement';
import { storableText, storableJson } from './storable';

export class PostgresCollectionRepository implements CollectionRepository {
  constructor(private readonly statements: Statements) {}

  async addRun(run: CollectionRun): Promise<void> {
    const { requestedBy, counts } = run;
    await this.statements.rows(
      `INSERT INTO vacancies.collection_runs
         (id, source, query, mode, max_requests, status, outcome, reason, requester_kind, requester_id, requested_at,
          started_at, finished_at, found, ${COUNTERS.join(', ')})
       VALUES (${Array.from({ length: 14 + COUNTERS.length }, (_, index) => `$${index + 1}`).join(', ')})`,
      [
        ...[
          run.id,
          run.source,
          storableJson(run.query),
          run.mode,
          run.maxRequests,
          run.status,
          run.outcome,
          run.reason,
        ],
        requestedBy.kind,
        idOfRequester(requestedBy),
        ...[run.requestedAt, run.startedAt, run.finishedAt, run.found, ...COUNTERS.map((name) => counts[name])],
      ],
    );
  }

  async lockRun(id: string): Promise<CollectionRun | undefined> {
    const sql = 'SELECT * FROM vacancies.collection_runs WHERE id = $1 FOR NO KEY UPDATE';
    const [row] = await this.statements.rows<RunRow>(sql, [id]);
    return row && toRun(row);
  }

  async startRun(id: string, at: Date, maxRequests: number): Promise<void> {
    const rows = await this.statements.rows(
      `UPDATE vacancies.collection_runs
       SET status = 'collecting', started_at = $2, max_requests = coalesce(max_requests, $3)
       WHERE id = $1 RETURNING id`,
      [id, at, maxRequests],
    );
    theRow(rows, `run ${id}`);
  }

  async lastReadAt(source: SourceName, query: CollectionQuery): Promise<Date | undefined> {
    const [row] = await this.statements.rows<{ started_at: Date }>(
      `SELECT started_at FROM vacancies.collection_runs
       WHERE source = $1 AND md5(query::text) = md5($2::jsonb::text) AND outcome IN ('complete', 'empty', 'parse-errors')
         AND started_at IS NOT NULL
       ORDER BY started_at DESC LIMIT 1`,
      [source, storableJson(query)],
    );
    return row?.started_at;
  }

  async takeRequests(runId: string, wanted: number): Promise<number> {
    const rows = await this.statements.rows<{ granted: string }>(TAKE_REQUESTS, [runId, wanted]);
    return Number(theRow(rows, `run ${runId}`).granted);
  }

  async hasRequestsLeft(runId: string): Promise<boolean> {
    const sql = `
      SELECT max_requests IS NULL OR requests_taken < max_requests AS "left"
      FROM vacancies.collection_runs WHERE id = $1`;
    return theRow(await this.statements.rows<{ left: boolean }>(sql, [runId]), `run ${runId}`).left;
  }

  async giveBackRequests(runId: string, count: number): Promise<void> {
    const rows = await this.statements.rows(
      'UPDATE vacancies.collection_runs SET requests_taken = requests_taken - $2 WHERE id = $1 RETURNING id',
      [runId, count],
    );
    theRow(rows, `run ${runId}`);
  }

  async finishRun(id: string, { outcome, reason }: RunConclusion, at: Date): Promise<void> {
    const rows = await this.statements.rows(
      `UPDATE vacancies.collection_runs SET status = 'finished', outcome = $2, reason = $3, finished_at = $4
       WHERE id = $1 RETURNING id`,
      [id, outcome, storableText(reason), at],
    );
    theRow(rows, `run ${id}`);
  }

  async reopenRun(id: string, status: Exclude<RunStatus, 'finished'>): Promise<void> {
    const rows = await this.statements.rows(
      `UPDATE vacancies.collection_runs SET status = $2, outcome = NULL, reason = NULL, finished_at = NULL
       WHERE id = $1 RETURNING id`,
      [id, status],
    );
    theRow(rows, `run ${id}`);
  }

  async addWindows(windows: readonly CollectionWindow[]): Promise<void> {
    const columnOf = (value: (window: CollectionWindow) => unknown) => windows.map(value);
    await this.statements.rows(
      `INSERT INTO vacancies.collection_windows
         (id, run_id, parent_id, task, filters, published_from, published_to, state, cursor, found, ${COUNTERS.join(', ')})
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::timestamptz[],
         $7::timestamptz[], $8::text[], $9::text[], $10::bigint[],
         ${COUNTERS.map((_, index) => `$${index + 11}::bigint[]`).join(', ')})`,
      [
        columnOf(({ id }) => id),
        columnOf(({ runId }) => runId),
        columnOf(({ parentId }) => parentId),
        columnOf(({ task }) => task),
        columnOf(({ slice }) => JSON.stringify(slice.filters)),
        columnOf(({ slice }) => slice.publishedFrom),
        columnOf(({ slice }) => slice.publishedTo),
        columnOf(({ state }) => state),
        columnOf(({ cursor }) => cursor),
        columnOf(({ found }) => found),
        ...COUNTERS.map((name) => columnOf(({ counts }) => counts[name])),
      ],
    );
  }

  async lockWindow(id: string): Promise<CollectionWindow | undefined> {
    const sql = 'SELECT * FROM vacancies.collection_windows WHERE id = $1 FOR NO KEY UPDATE';
    const [row] = await this.statements.rows<WindowRow>(sql, [id]);
    return row && toWindow(row);
  }

  async windowsOf(runId: string): Promise<readonly CollectionWindow[]> {
    const sql = 'SELECT * FROM vacancies.collection_windows WHERE run_id = $1 ORDER BY id';
    return (await this.statements.rows<WindowRow>(sql, [runId])).map(toWindow);
  }

  async advanceWindow(id: string, { state, cursor, found, shown, lastFound, delta }: WindowProgress): Promise<void> {
    const rows = await this.statements.rows(ADVANCE_WINDOW, [
      ...[id, state, cursor, found, shown ?? null, lastFound ?? null],
      ...COUNTERS.map((name) => delta[name]),
    ]);
    theRow(rows, `window ${id}`);
  }

  /** A window that was never begun has found nothing yet. */
  async reopenWindow(id: string): Promise<void> {
    const sql = `
      UPDATE vacancies.collection_windows SET state = CASE WHEN found IS NULL THEN 'planned' ELSE 'collecting' END
      WHERE id = $1 RETURNING id`;
    theRow(await this.statements.rows(sql, [id]), `window ${id}`);
  }

  async openRuns(source: SourceName): Promise<readonly string[]> {
    const sql = `SELECT id FROM vacancies.collection_runs WHERE source = $1 AND status <> 'finished' ORDER BY id`;
    return (await this.statements.rows<{ id: string }>(sql, [source])).map(({ id }) => id);
  }

  async cancelWindows(runId: string): Promise<number> {
    const sql = `
      UPDATE vacancies.collection_windows SET state = 'cancelled'
      WHERE run_id = $1 AND state IN ('planned', 'collecting') RETURNING id`;
    return (await this.statements.rows(sql, [runId])).length;
  }

  async appendEvents(runId: string, events: readonly RunEvent[], at: Date): Promise<void> {
    const types = events.map(({ type }) => type);
    const data = events.map((event) => storableJson(event.data));
    theRow(await this.statements.rows(APPEND_EVENTS, [runId, events.length, types, data, at]), `run ${runId}`);
  }

  async forgetHistory(before: Date, limit: number): Promise<boolean> {
    return (await this.statements.rows(FORGET_HISTORY, [before, limit])).length > 0;
  }
}
