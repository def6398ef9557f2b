import { lookFrom, type SavedSearch } from '@job-scope/vacancies-domain';
import type { Look, SavedSearchBacklog, SavedSearchLooks } from '@job-scope/vacancies-ports';
import type { DataSource, EntityManager } from 'typeorm';
import { toSavedSearch, type SavedSearchRow } from './saved-search-row';
import { storableJson } from './storable';

export class PostgresSavedSearchLooks implements SavedSearchLooks {
  constructor(private readonly dataSource: DataSource) {}

  async claimDue(now: Date, until: Date, limit: number): Promise<readonly SavedSearch[]> {
    return (await this.dataSource.query<SavedSearchRow[]>(CLAIM, [now, until, limit])).map(toSavedSearch);
  }

  async untold(savedSearchId: string, vacancyIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(UNTOLD, [savedSearchId, vacancyIds]);
    return rows.map(({ id }) => id);
  }

  conclude(look: Look): Promise<number | false> {
    return this.dataSource.transaction(async (manager) => {
      const { id, revision, dueAt } = look.search;
      const [kept] = await manager.query<{ email: string | null }[]>(STILL_CLAIMED, [id, revision, dueAt]);
      if (!kept) return false;
      const total = kept.email === null ? 0 : await tell(manager, look);
      const moved = { ...look.search, watermark: look.watermark };
      await manager.query('UPDATE vacancies.saved_searches SET watermark = $2, due_at = $3 WHERE id = $1', [
        ...[id, look.watermark, look.dueAt],
      ]);
      await manager.query(FORGET, [id, lookFrom(moved)]);
      return total;
    });
  }

  async backlog(now: Date): Promise<SavedSearchBacklog> {
    const [row] = await this.dataSource.query<{ due: string; oldest_at: Date | null; unsent: string }[]>(BACKLOG, [
      now,
    ]);
    return { due: Number(row?.due ?? 0), oldestDueAt: row?.oldest_at ?? null, unsent: Number(row?.unsent ?? 0) };
  }
}

/** Notes what is new, and queues the mail about it. */
const tell = async (manager: EntityManager, look: Look): Promise<number> => {
  const { search, found, shown, notificationId } = look;
  const noted = await manager.query<{ vacancy_id: string }[]>(NOTE, [search.id, found]);
  if (noted.length === 0) return 0;
  const ids = new Set(noted.map(({ vacancy_id: id }) => id));
  const vacancies = storableJson(shown.filter(({ id }) => ids.has(id)));
  await manager.query(QUEUE, [notificationId, search.id, vacancies, noted.length]);
  return noted.length;
};

const CLAIM = `
  WITH due AS (
    SELECT id FROM vacancies.saved_searches WHERE NOT paused AND due_at <= $1
    ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE vacancies.saved_searches search SET due_at = $2 FROM due WHERE search.id = due.id RETURNING search.*
  )
  SELECT * FROM claimed`;

const UNTOLD = `
  SELECT id FROM unnest($2::uuid[]) id WHERE NOT EXISTS (
    SELECT FROM vacancies.saved_search_matches WHERE saved_search_id = $1 AND vacancy_id = id
  )`;

const STILL_CLAIMED = `
  SELECT email FROM vacancies.saved_searches search LEFT JOIN vacancies.recipients ON user_id = owner_id
  WHERE id = $1 AND revision = $2 AND due_at = $3 AND NOT paused FOR UPDATE OF search`;

const NOTE = `
  INSERT INTO vacancies.saved_search_matches (saved_search_id, vacancy_id)
  SELECT $1, id FROM unnest($2::uuid[]) id ON CONFLICT DO NOTHING RETURNING vacancy_id`;

const QUEUE = `
  INSERT INTO vacancies.notifications (id, saved_search_id, vacancies, total, available_at)
  VALUES ($1, $2, $3, $4, '-infinity')`;

/** What lies below the next look is not found again. */
const FORGET = 'DELETE FROM vacancies.saved_search_matches WHERE saved_search_id = $1 AND vacancy_id < $2';

const BACKLOG = `
  SELECT count(*) AS due, min(due_at) AS oldest_at, (SELECT count(*) FROM vacancies.notifications) AS unsent
  FROM vacancies.saved_searches WHERE NOT paused AND due_at <= $1`;
