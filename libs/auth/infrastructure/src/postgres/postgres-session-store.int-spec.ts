import { newSuperuser, openSession, type UserAccess } from '@job-scope/auth-domain';
import { describeSessionStore } from '@job-scope/auth-testing';
import { silentLogger, UuidV7Generator } from '@job-scope/platform-nest';
import { PostgresSessionStatusReader } from '../session-status';
import { PostgresAuthUnitOfWork } from './postgres-auth-unit-of-work';
import { PostgresSessionStore } from './postgres-session-store';
import { migratedDatabase } from './postgres.fixture';

const DAY_MS = 86_400_000;
const LIMITS = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS };

const MARK = { active: true, superuser: false, revision: 1 };

describe('sessions in PostgreSQL', () => {
  const database = migratedDatabase();
  const ids = new UuidV7Generator();

  const addUser = async (access: UserAccess): Promise<string> => {
    const id = ids.next();
    const user = { ...newSuperuser({ id, email: `${id}@example.com`, passwordHash: 'x' }, new Date()), ...access };
    await new PostgresAuthUnitOfWork(database.auth, ids, silentLogger).run((tx) => tx.users.add(user));
    return id;
  };

  describeSessionStore('PostgresSessionStore', async () => {
    const store = new PostgresSessionStore(database.auth);
    return {
      store,
      statuses: new PostgresSessionStatusReader(database.gateway),
      newId: () => ids.next(),
      addUser,
      changeUser: async (userId, { active, superuser, revision }) => {
        await store.setAccess();
        const sql = 'UPDATE auth.users SET active = $2, superuser = $3, revision = $4 WHERE id = $1';
        await database.auth.query(sql, [userId, active, superuser, revision]);
      },
    };
  });

  const store = () => new PostgresSessionStore(database.auth);
  const statuses = () => new PostgresSessionStatusReader(database.gateway);
  const client = { name: null, ip: null, userAgent: null };
  const open = async (userId: string, now = new Date()) => {
    const session = openSession({ id: ids.next(), userId, client }, now, LIMITS);
    return { id: session.id, opened: await store().open(session, MARK) };
  };

  it('B-5: clears away the expired sessions of a user who logs in', async () => {
    const userId = await addUser(MARK);
    await open(userId, new Date(Date.now() - 31 * DAY_MS));
    const [alive, latest] = [await open(userId), await open(userId)];
    const rows = await database.auth.query('SELECT id FROM auth.sessions WHERE user_id = $1 ORDER BY id', [userId]);
    expect(rows).toEqual([{ id: alive.id }, { id: latest.id }]);
  });

  it('A-9: ends the sessions of a user who is deleted, and opens none', async () => {
    const userId = await addUser(MARK);
    const { id } = await open(userId);
    await database.auth.query('DELETE FROM auth.users WHERE id = $1', [userId]);
    expect(await statuses().read([id])).toEqual(new Map());
    expect(await store().change(id, (stored) => ({ session: stored }))).toBeUndefined();
    expect((await open(userId)).opened).toBe(false);
  });

  it('A-8: needs no telling: what the commit says of the user is in force with it, and nothing else', async () => {
    const userId = await addUser(MARK);
    const { id } = await open(userId);
    await store().deny();
    await store().setAccess();
    expect((await statuses().read([id])).get(id)).toMatchObject({ active: true });
    const runner = database.auth.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE auth.users SET active = false, revision = 2 WHERE id = $1', [userId]);
    expect((await statuses().read([id])).get(id)).toMatchObject({ active: true });
    await runner.commitTransaction();
    await runner.release();
    expect((await statuses().read([id])).get(id)).toMatchObject({ active: false });
  });
});
