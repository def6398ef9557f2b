import { newSuperuser, normaliseEmail, type User } from '@job-scope/auth-domain';
import {
  FakeAccountMailer,
  fakeCommonPasswords,
  FakeMailLinkTokens,
  FakePasswordHasher,
  FakeSessionTokens,
  FakeUserEventPublisher,
  InMemoryAuthDatabase,
  InMemorySessionStore,
  ManualClock,
  sequentialIds,
} from '@job-scope/auth-testing';
import { useCasesOn } from './use-cases.fixture';

export const PASSWORD = 'correct horse battery';
export const CLIENT = { ip: '192.0.2.7', userAgent: 'spec' };

/** All use cases on honest fakes, with two superusers whose password is `PASSWORD`, one of them inactive. */
export const authWorld = async () => {
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const ids = sequentialIds();
  const database = new InMemoryAuthDatabase(clock);
  const store = new InMemorySessionStore(clock);
  const hasher = new FakePasswordHasher();
  const mailer = new FakeAccountMailer();
  const publisher = new FakeUserEventPublisher();
  const ports = {
    clock,
    ids,
    hasher,
    mailer,
    publisher,
    users: database,
    unitOfWork: database,
    sessions: store,
    feed: database.outbox,
    directory: database.directory,
    trail: database.trail,
    tokens: new FakeSessionTokens(clock),
    links: new FakeMailLinkTokens(clock),
    commonPasswords: fakeCommonPasswords,
    passwords: { generate: () => 'a password nobody knows' },
  };

  const addUser = async (email: string, change: Partial<User> = {}): Promise<User> => {
    const spelled = normaliseEmail(email);
    if (!spelled.ok) throw new Error(`not an address: ${email}`);
    const passwordHash = await hasher.hash(PASSWORD);
    const user = { ...newSuperuser({ id: ids.next(), email: spelled.value, passwordHash }, clock.now()), ...change };
    await database.run((tx) => tx.users.add(user));
    return user;
  };

  return {
    clock,
    database,
    store,
    hasher,
    mailer,
    publisher,
    ports,
    addUser,
    ann: await addUser('ann@example.com'),
    inactive: await addUser('gone@example.com', { active: false }),
    ...useCasesOn(ports),
  };
};

export type AuthWorld = Awaited<ReturnType<typeof authWorld>>;

/** Somebody who asks; which of their sessions they ask from matters only where it is given. */
export const by = ({ id }: Pick<User, 'id'>, sessionId = 'some session') => ({ userId: id, sessionId, client: CLIENT });

/** Logs in, as ann if nobody is given, and tells which session that opened. */
export const loggedIn = async ({ logIn }: AuthWorld, email = 'ann@example.com', password = PASSWORD) => {
  const result = await logIn.execute({ email, password, deviceName: 'spec', client: CLIENT });
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, sessionId: result.value.accessToken.replace('access:', '') };
};

/** Which of the sessions go on. */
export const aliveOf = async ({ store }: AuthWorld, ...sessionIds: string[]): Promise<boolean[]> => {
  const statuses = await store.read(sessionIds);
  return sessionIds.map((id) => statuses.get(id)?.active === true);
};

/** Lets the relay do all that is due. */
export const relayed = async ({ relay }: Pick<AuthWorld, 'relay'>): Promise<void> => {
  for (const lane of ['access', 'mail'] as const) {
    while ((await relay.execute(lane)).outcome !== 'nothing') continue;
  }
};

/** The link in the last mail that went to the address. */
export const linkTo = async (world: AuthWorld, email: string): Promise<string> => {
  await relayed(world);
  const link = world.mailer.sent.findLast(({ to }) => to === email)?.link;
  if (!link) throw new Error(`no link went to ${email}`);
  return link.token;
};
