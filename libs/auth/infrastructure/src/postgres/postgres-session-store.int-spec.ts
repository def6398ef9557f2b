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

  it('B-5: clears away the expired sessions of a user who logs in', async () => {
    const store = new PostgresSessionStore(database.auth);
    const userId = await addUser({ active: true, superuser: false });
    const open = async (now: Date) => {
      const session = openSession(
        { id: ids.next(), userId, client: { name: null, ip: null, userAgent: null } },
        now,
        LIMITS,
      );
      await store.open(session, MARK);
      return session.id;
    };
    await open(new Date(Date.now() - 31 * DAY_MS));
    const [alive, latest] = [await open(new Date()), await open(new Date())];
    const rows = await database.auth.query('SELECT id FROM auth.sessions WHERE user_id = $1 ORDER BY id', [userId]);
    expect(rows).toEqual([{ id: alive }, { id: latest }]);
  });

  it('A-9: ends the sessions of a user who is deleted', async () => {
    const store = new PostgresSessionStore(database.auth);
    const userId = await addUser({ active: true, superuser: false });
    const client = { name: null, ip: null, userAgent: null };
    const session = openSession({ id: ids.next(), userId, client }, new Date(), LIMITS);
    await store.open(session, MARK);
    await database.auth.query('DELETE FROM auth.users WHERE id = $1', [userId]);
    expect(await new PostgresSessionStatusReader(database.gateway).read([session.id])).toEqual(new Map());
    expect(await store.change(session.id, (stored) => ({ session: stored }))).toBeUndefined();
  });
});
