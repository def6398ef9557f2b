import { aSavedSearch, describeSavedSearches, storedAt } from '@job-scope/vacancies-testing';
import { PostgresNotificationQueue } from './postgres-notification-queue';
import { PostgresRecipients } from './postgres-recipients';
import { PostgresSavedSearchLooks } from './postgres-saved-search-looks';
import { PostgresSavedSearchStore } from './postgres-saved-search-store';
import { testStore } from './postgres-store.fixture';
import { PostgresUserFeed } from './postgres-user-feed';

const store = testStore();

describeSavedSearches('PostgreSQL', async () => {
  await store.clear();
  const { dataSource } = store;
  return {
    store: new PostgresSavedSearchStore(dataSource),
    looks: new PostgresSavedSearchLooks(dataSource),
    queue: new PostgresNotificationQueue(dataSource),
    recipients: new PostgresRecipients(dataSource),
  };
});

it('keeps terms that jsonb cannot hold as they can be held', async () => {
  await store.clear();
  const searches = new PostgresSavedSearchStore(store.dataSource);
  const search = aSavedSearch({ terms: { text: 'a\0b\ud800' } });
  await searches.add(search, 50);
  expect((await searches.byId(search.ownerId, search.id))?.terms).toEqual({ text: 'ab' });
});

describe('the feed of users', () => {
  const ANN = '01900000-0000-7000-8000-0000000000aa';

  beforeAll(() =>
    store.dataSource.query(`
      CREATE SCHEMA IF NOT EXISTS auth;
      CREATE TABLE auth.user_events (user_id uuid PRIMARY KEY, position bigint NOT NULL, event_name text NOT NULL,
        event_version integer NOT NULL, revision bigint NOT NULL, payload jsonb NOT NULL)`),
  );
  beforeEach(() => store.dataSource.query('TRUNCATE auth.user_events'));

  const tell = (event: string, payload: object, version = 1) =>
    store.dataSource.query('INSERT INTO auth.user_events VALUES ($1, 7, $2, $3, 1, $4)', [
      ...[ANN, event, version, JSON.stringify(payload)],
    ]);
  const read = (position = '0') => new PostgresUserFeed(store.dataSource).after(position, 10);
  const told = { userId: ANN, email: 'ann@example.org', verified: true, active: true };

  it.each<[string, object, object]>([
    ['users.changed', told, { deleted: false, deliverTo: 'ann@example.org' }],
    ['users.changed', { ...told, verified: false }, { deleted: false, deliverTo: null }],
    ['users.changed', { ...told, active: false }, { deleted: false, deliverTo: null }],
    ['users.deleted', { userId: ANN }, { deleted: true, deliverTo: null }],
  ])('says by %s %j whom to write to', async (event, payload, news) => {
    await tell(event, payload);
    expect(await read()).toEqual([{ position: '7', userId: ANN, ...news }]);
    expect(await read('7')).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['users.changed', { userId: ANN }, 1],
    ['users.changed', told, 2],
    ['users.merged', told, 1],
  ])('stops at what it does not understand: %s %j of version %i', async (event, payload, version) => {
    await tell(event, payload, version);
    await expect(read()).rejects.toThrow('at 7');
  });
});

describe('what is due', () => {
  const SEARCHES = 20_000;
  const plan = async (sql: string, parameters: unknown[]): Promise<string> =>
    JSON.stringify(await store.dataSource.query(`EXPLAIN ${sql}`, parameters));

  beforeAll(async () => {
    await store.clear();
    // One in a thousand is due.
    await store.dataSource.query(
      `INSERT INTO vacancies.saved_searches (id, owner_id, name, terms, frequency, language, paused, since, watermark,
         due_at, revision, created_at, updated_at)
       SELECT gen_random_uuid(), gen_random_uuid(), n, '{}', 'hourly', 'ru', n % 5 = 0, now(), now(),
         now() + CASE WHEN n % 1000 = 1 THEN -1 ELSE 1 END * interval '1 hour', 1, now(), now()
       FROM generate_series(1, $1::int) n`,
      [SEARCHES],
    );
    await store.dataSource.query('ANALYZE vacancies.saved_searches');
  });

  it('is found, and counted, by its index', async () => {
    const asked: [string, unknown[]][] = [];
    const dataSource = { query: async (sql: string, parameters: unknown[]) => (asked.push([sql, parameters]), []) };
    const looks = new PostgresSavedSearchLooks(dataSource as never);
    await looks.claimDue(new Date(), new Date(), 10);
    await looks.backlog(new Date());
    await looks.untold(aSavedSearch().id, [storedAt(1)]);
    expect(asked).toHaveLength(3);
    for (const [sql, parameters] of asked)
      expect(await plan(sql, parameters)).not.toContain('Seq Scan on saved_search');
    expect(await plan(...(asked[0] as [string, unknown[]]))).toContain('saved_searches_due');
  });
});
