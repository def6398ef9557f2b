import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import type { SavedSearch } from '@job-scope/vacancies-domain';
import type {
  SavedSearchNameTaken,
  SavedSearchNotFound,
  SavedSearchStore,
  TooManySavedSearches,
} from '@job-scope/vacancies-ports';
import type { DataSource, EntityManager } from 'typeorm';
import { toSavedSearch, type SavedSearchRow } from './saved-search-row';
import { storableJson } from './storable';

const notFound = { code: 'saved-searches.not-found' } as const;
const nameTaken = { code: 'saved-searches.name-taken' } as const;
const tooMany = { code: 'saved-searches.too-many' } as const;

export class PostgresSavedSearchStore implements SavedSearchStore {
  constructor(private readonly dataSource: DataSource) {}

  add(search: SavedSearch, limit: number): Promise<Result<void, SavedSearchNameTaken | TooManySavedSearches>> {
    return this.dataSource.transaction(async (manager) => {
      await lockNamesOf(manager, search.ownerId);
      const own = 'SELECT name FROM vacancies.saved_searches WHERE owner_id = $1';
      const names = (await manager.query<{ name: string }[]>(own, [search.ownerId])).map(({ name }) => name);
      if (names.includes(search.name)) return err(nameTaken);
      if (names.length >= limit) return err(tooMany);
      await manager.query(INSERT, [search.ownerId, search.createdAt, search.id, ...valuesOf(search)]);
      return ok(undefined);
    });
  }

  async byId(ownerId: string, id: string): Promise<SavedSearch | undefined> {
    const [row] = await this.dataSource.query<SavedSearchRow[]>(OWN, [id, ownerId]);
    return row && toSavedSearch(row);
  }

  /** Identifiers made later are larger. */
  async ofOwner(ownerId: string): Promise<readonly SavedSearch[]> {
    const sql = 'SELECT * FROM vacancies.saved_searches WHERE owner_id = $1 ORDER BY id DESC';
    return (await this.dataSource.query<SavedSearchRow[]>(sql, [ownerId])).map(toSavedSearch);
  }

  change<Refusal extends Failure>(
    ownerId: string,
    id: string,
    decide: (stored: SavedSearch) => Result<SavedSearch, Refusal>,
  ): Promise<Result<SavedSearch, Refusal | SavedSearchNotFound | SavedSearchNameTaken>> {
    return this.dataSource.transaction(async (manager) => {
      await lockNamesOf(manager, ownerId);
      const stored = await lock(manager, ownerId, id);
      if (!stored) return err(notFound);
      const decided = decide(stored);
      if (!decided.ok || decided.value === stored) return decided;
      const other = 'SELECT FROM vacancies.saved_searches WHERE owner_id = $1 AND name = $2 AND id <> $3';
      if ((await manager.query<[]>(other, [ownerId, decided.value.name, id])).length > 0) return err(nameTaken);
      await manager.query(UPDATE, [id, ...valuesOf(decided.value)]);
      return decided;
    });
  }

  remove(
    ownerId: string,
    id: string,
    isMeant: (stored: SavedSearch) => boolean,
  ): Promise<Result<boolean, SavedSearchNotFound>> {
    return this.dataSource.transaction(async (manager) => {
      const stored = await lock(manager, ownerId, id);
      if (!stored) return err(notFound);
      if (!isMeant(stored)) return ok(false);
      await manager.query('DELETE FROM vacancies.saved_searches WHERE id = $1', [id]);
      return ok(true);
    });
  }

  async pauseBySecret(secret: string, at: Date): Promise<boolean> {
    const [row] = await this.dataSource.query<{ found: boolean }[]>(PAUSE, [secret, at]);
    return row?.found ?? false;
  }

  async deliveryAddressOf(ownerId: string): Promise<string | null> {
    const sql = 'SELECT email FROM vacancies.recipients WHERE user_id = $1';
    const [row] = await this.dataSource.query<{ email: string }[]>(sql, [ownerId]);
    return row?.email ?? null;
  }
}

const OWN = 'SELECT * FROM vacancies.saved_searches WHERE id = $1 AND owner_id = $2';

/** What can change, in the order of `valuesOf`. */
const COLUMNS = [
  ...['name', 'terms', 'frequency', 'language', 'paused', 'since', 'watermark', 'due_at', 'revision', 'updated_at'],
];

const valuesOf = (search: SavedSearch): readonly unknown[] => [
  ...[search.name, storableJson(search.terms), search.frequency, search.language, search.paused],
  ...[search.since, search.watermark, search.dueAt, search.revision, search.updatedAt],
];

const INSERT = `
  INSERT INTO vacancies.saved_searches (owner_id, created_at, id, ${COLUMNS.join(', ')})
  VALUES ($1, $2, $3, ${COLUMNS.map((_, index) => `$${index + 4}`).join(', ')})`;

const UPDATE = `
  UPDATE vacancies.saved_searches SET ${COLUMNS.map((name, index) => `${name} = $${index + 2}`).join(', ')}
  WHERE id = $1`;

/** One that is paused already is found, too. */
const PAUSE = `
  WITH paused AS (
    UPDATE vacancies.saved_searches SET paused = true, revision = revision + 1, updated_at = $2
    WHERE secret = $1 AND NOT paused
  )
  SELECT EXISTS (SELECT FROM vacancies.saved_searches WHERE secret = $1) AS found`;

/** Names of one user are given one at a time: a violated constraint would end the transaction, and the limit has none. */
const lockNamesOf = (manager: EntityManager, ownerId: string): Promise<unknown> =>
  manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('vacancies.saved_searches ' || $1::text, 0))`, [
    ownerId,
  ]);

const lock = async (manager: EntityManager, ownerId: string, id: string): Promise<SavedSearch | undefined> => {
  const [row] = await manager.query<SavedSearchRow[]>(`${OWN} FOR UPDATE`, [id, ownerId]);
  return row && toSavedSearch(row);
};
