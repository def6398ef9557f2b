import { userChanged, userDeleted, type UserChanged, type UserDeleted } from '@job-scope/auth-domain';
import { aUser, describeUserEventPublisher } from '@job-scope/auth-testing';
import { UuidV7Generator } from '@job-scope/platform-nest';
import { PostgresUserEventPublisher } from './postgres-user-event-publisher';
import { migratedDatabase } from './postgres.fixture';
import { readEvent } from './read-event';

interface FeedRow {
  readonly user_id: string;
  readonly position: string;
  readonly event_name: string;
  readonly event_version: number;
  readonly revision: string;
  readonly payload: unknown;
}

describe('the feed of user events in PostgreSQL', () => {
  const database = migratedDatabase();
  const ids = new UuidV7Generator();
  const publisher = () => new PostgresUserEventPublisher(database.auth);

  /** As a worker reads it: what is new since a position. */
  const readAfter = (position: string): Promise<FeedRow[]> =>
    database.worker.query('SELECT * FROM auth.user_events WHERE position > $1 ORDER BY position', [position]);

  describeUserEventPublisher('PostgresUserEventPublisher', async () => ({
    publisher: publisher(),
    newId: () => ids.next(),
    published: async (userId) => {
      const row = (await readAfter('0')).find(({ user_id }) => user_id === userId);
      return row && (readEvent(row.event_name, row.payload) as UserChanged | UserDeleted | undefined);
    },
  }));

  it('shows each user once, in the words of the contract, those with news at the end', async () => {
    await database.owner.query('TRUNCATE auth.user_events');
    const [ann, bob] = ['ann', 'bob'].map((name) => aUser({ id: ids.next(), email: `${name}@example.com` }));
    if (!ann || !bob) throw new Error('there are two');
    for (const user of [ann, bob]) await publisher().publish(userChanged(user));
    const [, seen] = await readAfter('0');
    expect(seen).toMatchObject({ user_id: bob.id, event_name: 'users.changed', event_version: 1, revision: '1' });
    await publisher().publish(userDeleted(ann));
    expect((await readAfter('0')).map(({ user_id }) => user_id)).toEqual([bob.id, ann.id]);
    const news = { event_name: 'users.deleted', revision: '2', payload: { userId: ann.id, revision: 2 } };
    expect(await readAfter(seen?.position ?? '')).toMatchObject([news]);
  });

  it('is no news when it is told again, or late', async () => {
    await database.owner.query('TRUNCATE auth.user_events');
    const ann = { ...aUser({ id: ids.next(), email: 'ann@example.com' }), revision: 2 };
    await publisher().publish(userChanged(ann));
    const before = await readAfter('0');
    await publisher().publish(userChanged(ann));
    await publisher().publish(userChanged({ ...ann, revision: 1, active: false }));
    expect(await readAfter('0')).toEqual(before);
  });

  it('never shows a position before the ones below it: readers would pass over those', async () => {
    await database.owner.query('TRUNCATE auth.user_events');
    const event = () => userChanged(aUser({ id: ids.next(), email: 'ann@example.com' }));
    const runner = database.auth.createQueryRunner();
    await runner.startTransaction();
    // A publisher that has its position, and does not come to its commit.
    const stuck = { transaction: (work: (manager: unknown) => unknown) => work(runner.manager) };
    await new PostgresUserEventPublisher(stuck as never).publish(event());
    const later = publisher().publish(event());
    const waits = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    for (let waiting = 0; waiting === 0;) [{ count: waiting }] = await database.owner.query(waits);
    expect(await readAfter('0')).toEqual([]);
    await runner.commitTransaction();
    await runner.release();
    await later;
    expect(await readAfter('0')).toHaveLength(2);
  });

  it('lets the worker read the feed and nothing else of the schema, and write nothing', async () => {
    const granted = await database.owner.query(`
      SELECT table_name, privilege_type FROM information_schema.role_table_grants
      WHERE grantee = 'job_scope_worker' AND table_schema = 'auth'`);
    expect(granted).toEqual([{ table_name: 'user_events', privilege_type: 'SELECT' }]);
    for (const sql of [
      'SELECT email FROM auth.users',
      'DELETE FROM auth.user_events',
      `SELECT nextval('auth.user_events_position')`,
      'CREATE TABLE auth.mine ()',
    ]) {
      await expect(database.worker.query(sql)).rejects.toThrow('permission denied');
    }
  });

  it('keeps auth-service from taking back what it has told', async () => {
    await expect(database.auth.query('DELETE FROM auth.user_events')).rejects.toThrow('permission denied');
  });
});
