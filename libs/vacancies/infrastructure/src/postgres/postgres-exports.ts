import { err, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type {
  ExportKey,
  ExportKeyReused,
  ExportListFailure,
  ExportQueue,
  ExportStore,
  TooManyExports,
  VacancyExport,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { EXPORT_COLUMNS, exportValues, toExport, type ExportRow } from './export-row';

/** Exports of one user are added one at a time: the limit has no constraint. */
const TURN = `SELECT pg_advisory_xact_lock(hashtextextended('vacancies.exports ' || $1::text, 0))`;

const OPEN = `status IN ('requested', 'running') AND expires_at IS NULL`;
const HELD = 'SELECT * FROM vacancies.exports WHERE owner_id = $1 AND idempotency_key = $2';
const COUNT = `SELECT count(*)::int AS open FROM vacancies.exports WHERE owner_id = $1 AND ${OPEN}`;
const placeholders = (first: number) => EXPORT_COLUMNS.map((_, index) => `$${index + first}`).join(', ');
const INSERT = `
  INSERT INTO vacancies.exports (idempotency_key, fingerprint, ${EXPORT_COLUMNS.join(', ')})
  VALUES ($1, $2, ${placeholders(3)})`;
const LIST = 'vacancies/postgres/exports';
/** Identifiers made later are larger. */
const OF_OWNER = `
  SELECT * FROM vacancies.exports
  WHERE owner_id = $1 AND (expires_at IS NULL OR expires_at > $2) AND ($3::uuid IS NULL OR id < $3)
  ORDER BY id DESC LIMIT $4`;

export class PostgresExportStore implements ExportStore {
  constructor(private readonly dataSource: DataSource) {}

  add(
    fresh: VacancyExport,
    { key, fingerprint }: ExportKey,
    maxOpen: number,
  ): Promise<Result<VacancyExport, TooManyExports | ExportKeyReused>> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(TURN, [fresh.ownerId]);
      const [held] = await manager.query<(ExportRow & { fingerprint: string })[]>(HELD, [fresh.ownerId, key]);
      if (held) {
        return held.fingerprint === fingerprint
          ? ok(toExport(held))
          : err({ code: 'exports.idempotency-key-reused' } as const);
      }
      const [counted] = await manager.query<{ open: number }[]>(COUNT, [fresh.ownerId]);
      if ((counted?.open ?? 0) >= maxOpen) return err({ code: 'exports.too-many' } as const);
      await manager.query(INSERT, [key, fingerprint, ...exportValues(fresh)]);
      return ok(fresh);
    });
  }

  async ofOwner(
    ownerId: string,
    now: Date,
    { limit, from }: { readonly limit: number; readonly from?: PagePosition },
  ): Promise<Result<Page<VacancyExport>, ExportListFailure>> {
    if (from && !isPosition(from)) return err({ code: 'exports.cursor-expired' });
    const parameters = [ownerId, now, from?.after[0] ?? null, limit + 1];
    const rows = await this.dataSource.query<ExportRow[]>(OF_OWNER, parameters);
    const items = rows.slice(0, limit).map(toExport);
    const last = items.at(-1);
    return ok(last && rows.length > limit ? { items, next: { list: LIST, after: [last.id] } } : { items });
  }

  async byId(id: string, now: Date): Promise<VacancyExport | undefined> {
    const sql = 'SELECT * FROM vacancies.exports WHERE id = $1 AND (expires_at IS NULL OR expires_at > $2)';
    const [row] = await this.dataSource.query<ExportRow[]>(sql, [id, now]);
    return row && toExport(row);
  }

  async expire(id: string, now: Date): Promise<void> {
    const sql = 'UPDATE vacancies.exports SET expires_at = $2, idempotency_key = NULL WHERE id = $1';
    await this.dataSource.query(sql, [id, now]);
  }
}

/** What comes back from outside may have been altered on its way. */
const isPosition = ({ list, after }: PagePosition): boolean => {
  const [id, ...others] = after;
  return list === LIST && isUuid(id) && others.length === 0;
};

const NEXT = `
  SELECT * FROM vacancies.exports WHERE ${OPEN} AND available_at <= $1
  ORDER BY available_at, requested_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
const THIS = `SELECT * FROM vacancies.exports WHERE ${OPEN} AND id = $1 FOR NO KEY UPDATE SKIP LOCKED`;
const UPDATE = `UPDATE vacancies.exports SET (${EXPORT_COLUMNS.join(', ')}) = ROW(${placeholders(1)}) WHERE id = $1`;
const EXPIRED = `
  SELECT * FROM vacancies.exports WHERE expires_at <= $1
  ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

export class PostgresExportQueue implements ExportQueue {
  constructor(private readonly dataSource: DataSource) {}

  advance(now: Date, work: (open: VacancyExport) => Promise<VacancyExport>): Promise<boolean> {
    return this.hold(NEXT, now, work);
  }

  async amend(id: string, change: (open: VacancyExport) => VacancyExport): Promise<void> {
    await this.hold(THIS, id, async (open) => change(open));
  }

  forgetExpired(
    now: Date,
    limit: number,
    remove: (expired: readonly VacancyExport[]) => Promise<void>,
  ): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const expired = (await manager.query<ExportRow[]>(EXPIRED, [now, limit])).map(toExport);
      if (expired.length === 0) return 0;
      await remove(expired);
      await manager.query('DELETE FROM vacancies.exports WHERE id = ANY($1)', [expired.map(({ id }) => id)]);
      return expired.length;
    });
  }

  private hold(
    which: string,
    parameter: unknown,
    work: (open: VacancyExport) => Promise<VacancyExport>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<ExportRow[]>(which, [parameter]);
      if (!row) return false;
      await manager.query(UPDATE, [...exportValues(await work(toExport(row)))]);
      return true;
    });
  }
}
