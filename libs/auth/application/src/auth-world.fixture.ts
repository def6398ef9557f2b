import { newSuperuser, normaliseEmail, type User } from '@job-scope/auth-domain';
import {
  FakePasswordHasher,
  FakeSessionTokens,
  InMemoryAuthDatabase,
  InMemorySessionStore,
  ManualClock,
  sequentialIds,
} from '@job-scope/auth-testing';
import { LogIn } from './log-in.use-case';
import { LogOut } from './log-out.use-case';
import { RefreshSession } from './refresh-session.use-case';

const DAY_MS = 86_400_000;
const LIMITS = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS };
export const CLIENT = { ip: '192.0.2.7', userAgent: 'spec' };

/** The use cases of a session on honest fakes, with two users whose password is `correct horse battery`. */
export const authWorld = async () => {
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const ids = sequentialIds();
  const database = new InMemoryAuthDatabase();
  const store = new InMemorySessionStore(clock);
  const hasher = new FakePasswordHasher();
  const tokens = new FakeSessionTokens(clock);

  const addUser = async (email: string, change: Partial<User> = {}): Promise<User> => {
    const spelled = normaliseEmail(email);
    if (!spelled.ok) throw new Error(`not an address: ${email}`);
    const passwordHash = await hasher.hash('correct horse battery');
    const user = { ...newSuperuser({ id: ids.next(), email: spelled.value, passwordHash }, clock.now()), ...change };
    await database.run((tx) => tx.users.add(user));
    return user;
  };

  return {
    clock,
    database,
    store,
    hasher,
    ann: await addUser('ann@example.com'),
    inactive: await addUser('gone@example.com', { active: false }),
    logIn: new LogIn(database, hasher, store, tokens, database, ids, clock, LIMITS),
    refresh: new RefreshSession(tokens, store, database, tokens, database, clock, LIMITS),
    logOut: new LogOut(tokens, store, database, clock),
  };
};

export type AuthWorld = Awaited<ReturnType<typeof authWorld>>;

/** Logs ann in, and tells which session that opened. */
export const loggedIn = async ({ logIn, database }: AuthWorld) => {
  const result = await logIn.execute({
    email: 'ann@example.com',
    password: 'correct horse battery',
    deviceName: 'spec',
    client: CLIENT,
  });
  if (!result.ok) throw new Error(result.error.code);
  const sessionId = database.audit.at(-1)?.subject?.id ?? '';
  return { ...result.value, sessionId };
};
