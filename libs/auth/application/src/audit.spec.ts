import type { AuditAction } from '@job-scope/auth-domain';
import { FakeKeyPairMaker } from '@job-scope/auth-testing';
import { authWorld, by, CLIENT, linkTo, loggedIn, PASSWORD, relayed, type AuthWorld } from './auth-world.fixture';
import { CreateSuperuser } from './create-superuser.use-case';
import { EnsureSigningKey } from './ensure-signing-key.use-case';

const BEN = 'ben@example.com';
const NEXT = 'quite another one';
const FROM = { language: 'en', client: CLIENT } as const;

const withBen = async () => {
  const world = await authWorld();
  const ben = await world.addUser(BEN, { superuser: false });
  const { sessionId } = await loggedIn(world, BEN);
  const toBen = { requester: by(world.ann), userId: ben.id, expectedRevision: undefined };
  return { ...world, ben, sessionId, toBen };
};

type World = Awaited<ReturnType<typeof withBen>>;

const request = async (world: AuthWorld): Promise<string> => {
  await world.requestReset.execute({ ...FROM, email: BEN });
  return linkTo(world, BEN);
};

const register = ({ register }: AuthWorld, email: string) =>
  register.execute({ ...FROM, email, password: NEXT, displayName: null });

interface Expected {
  /** What somebody does for it to be written. */
  readonly by: (world: World) => Promise<unknown>;
  readonly actor: 'ann' | 'ben' | 'anonymous' | 'operator' | 'service';
  readonly subject: 'ben' | 'session' | 'other' | 'signing-key';
}

const EXPECTED: Record<AuditAction, Expected> = {
  'login.succeeded': { by: async () => undefined, actor: 'ben', subject: 'session' },
  'login.failed': {
    by: ({ logIn }) => logIn.execute({ email: BEN, password: 'wrong', deviceName: null, client: CLIENT }),
    actor: 'anonymous',
    subject: 'ben',
  },
  'session.revoked': {
    by: ({ logOut, sessionId }) => logOut.execute({ sessionId, refreshToken: undefined, client: CLIENT }),
    actor: 'ben',
    subject: 'session',
  },
  'sessions.revoked': {
    by: ({ endAllSessions, toBen }) => endAllSessions.execute(toBen),
    actor: 'ann',
    subject: 'ben',
  },
  'user.registered': { by: (world) => register(world, 'new@example.com'), actor: 'anonymous', subject: 'other' },
  'user.created': {
    by: ({ createUser, ann }) =>
      createUser.execute({
        requester: by(ann),
        email: 'new@example.com',
        displayName: null,
        superuser: false,
        language: 'en',
      }),
    actor: 'ann',
    subject: 'other',
  },
  'user.changed': {
    by: ({ changeUser, toBen }) => changeUser.execute({ ...toBen, change: { active: false } }),
    actor: 'ann',
    subject: 'ben',
  },
  'user.deleted': { by: ({ deleteUser, toBen }) => deleteUser.execute(toBen), actor: 'ann', subject: 'ben' },
  'email.change-requested': {
    by: ({ requestEmailChange, ben }) =>
      requestEmailChange.execute({ requester: by(ben), email: 'b@example.com', password: PASSWORD, language: 'en' }),
    actor: 'ben',
    subject: 'ben',
  },
  'email.confirmed': {
    by: async (world) => {
      await register(world, 'new@example.com');
      await world.confirm.execute({ ...FROM, token: await linkTo(world, 'new@example.com'), password: NEXT });
    },
    actor: 'anonymous',
    subject: 'other',
  },
  'password.changed': {
    by: ({ changePassword, ben }) =>
      changePassword.execute({ requester: by(ben), currentPassword: PASSWORD, newPassword: NEXT, language: 'en' }),
    actor: 'ben',
    subject: 'ben',
  },
  'password.reset-requested': { by: request, actor: 'anonymous', subject: 'ben' },
  'password.reset': {
    by: async (world) => world.reset.execute({ ...FROM, token: await request(world), password: NEXT }),
    actor: 'anonymous',
    subject: 'ben',
  },
  'mail.refused': {
    by: async (world) => {
      await register(world, 'new@nowhere.example');
      await relayed(world);
    },
    actor: 'service',
    subject: 'other',
  },
  'signing-key.added': {
    by: ({ database, clock }) => new EnsureSigningKey(database, new FakeKeyPairMaker(), clock).execute(),
    actor: 'operator',
    subject: 'signing-key',
  },
};

const written = async (world: AuthWorld, action: string) =>
  (await world.listAudit.execute({ limit: 1, action })).map(({ id: _, details: _d, traceId: _t, at: _a, ...is }) => is);

describe('A-16: the audit trail', () => {
  it.each(Object.entries(EXPECTED))('says of %s who did it to whom, when, and from where', async (action, expected) => {
    const world = await withBen();
    world.clock.advance(5);
    await expected.by(world);
    const { actor, subject } = expected;
    const isPerson = actor === 'ann' || actor === 'ben';
    const isHere = actor === 'operator' || actor === 'service';
    expect(await written(world, action)).toEqual([
      {
        action,
        actorKind: isPerson ? 'user' : actor,
        actorId: isPerson ? world[actor].id : null,
        subjectKind: subject === 'ben' || subject === 'other' ? 'user' : subject,
        subjectId: { ben: world.ben.id, session: world.sessionId }[subject as string] ?? expect.any(String),
        ip: isHere ? null : CLIENT.ip,
        userAgent: isHere ? null : CLIENT.userAgent,
      },
    ]);
    const [event] = await world.listAudit.execute({ limit: 1, action });
    const wasBefore = action === 'login.succeeded';
    expect(event?.at.getTime()).toBe(world.clock.now().getTime() - (wasBefore ? 5 : 0));
  });

  it('says who made the first superuser: an operator', async () => {
    const { ports, ...world } = await authWorld();
    const { users, passwords, hasher, unitOfWork, ids, clock } = ports;
    await new CreateSuperuser(users, passwords, hasher, unitOfWork, ids, clock).execute('root@example.com');
    expect(await world.listAudit.execute({ limit: 1 })).toMatchObject([
      { action: 'user.created', actorKind: 'operator', actorId: null, details: { superuser: 'true' } },
    ]);
  });

  it('A-7: keeps the address that was tried, and has no subject when nobody has it', async () => {
    const world = await authWorld();
    await world.requestReset.execute({ ...FROM, email: 'Nobody@example.com' });
    expect(await world.listAudit.execute({ limit: 1 })).toMatchObject([
      { subjectKind: null, subjectId: null, details: { email: 'nobody@example.com' } },
    ]);
  });

  it('is read from the newest on, filtered, page by page', async () => {
    const world = await withBen();
    world.clock.advance(1);
    await world.changeUser.execute({ ...world.toBen, change: { superuser: true } });
    await world.changeUser.execute({ ...world.toBen, change: { superuser: false } });
    const list = async (filter: object) =>
      (await world.listAudit.execute({ limit: 9, ...filter })).map(({ action, details }) => [action, details]);
    const [promotion, demotion] = [true, false].map((is) => ['user.changed', { superuser: String(is) }]);
    expect(await list({})).toEqual([demotion, promotion, ['login.succeeded', {}]]);
    expect(await list({ actorId: world.ann.id })).toEqual([demotion, promotion]);
    expect(await list({ subjectId: world.ben.id, action: 'user.changed' })).toEqual([demotion, promotion]);
    const [newest] = await world.listAudit.execute({ limit: 1 });
    if (!newest) throw new Error('nothing was written');
    expect(await list({ before: { at: newest.at, id: newest.id } })).toEqual([promotion, ['login.succeeded', {}]]);
  });

  it.each(Object.entries(EXPECTED))('never holds a password or a token: %s', async (_, expected) => {
    const world = await withBen();
    await expected.by(world);
    const trail = JSON.stringify(await world.listAudit.execute({ limit: 100 }));
    for (const secret of [PASSWORD, NEXT, 'hashed:', 'refresh:', 'reset-password:', 'confirm-email:']) {
      expect(trail).not.toContain(secret);
    }
  });
});
