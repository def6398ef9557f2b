import { aliveOf, authWorld, by, CLIENT, loggedIn, relayed } from './auth-world.fixture';
import { useCasesOn } from './use-cases.fixture';

const NO_SUCH_SESSION = { ok: false, error: { code: 'sessions.not-found' } };
const NO_SUCH_USER = { ok: false, error: { code: 'users.not-found' } };

const withBen = async () => {
  const world = await authWorld();
  const ben = await world.addUser('ben@example.com', { superuser: false });
  return { ...world, ben };
};

describe('ListSessions', () => {
  it('A-16: shows where a user is logged in, the last seen first, and which session asks', async () => {
    const world = await withBen();
    const start = world.clock.now();
    const first = await loggedIn(world);
    world.clock.advance(60_000);
    const second = await loggedIn(world);
    await loggedIn(world, 'ben@example.com');
    world.clock.advance(60_000);
    await world.refresh.execute({ refreshToken: first.refreshToken, client: CLIENT });
    const listed = await world.listSessions.execute({ userId: world.ann.id, sessionId: second.sessionId });
    expect(listed).toEqual({
      ok: true,
      value: [
        {
          id: first.sessionId,
          name: 'spec',
          ...CLIENT,
          createdAt: start,
          lastSeenAt: world.clock.now(),
          expiresAt: new Date(world.clock.now().getTime() + 30 * 86_400_000),
          current: false,
        },
        expect.objectContaining({ id: second.sessionId, current: true }),
      ],
    });
  });

  it('leaves out what has ended or expired', async () => {
    const world = await withBen();
    const { sessionId } = await loggedIn(world);
    const ids = async () => {
      const listed = await world.listSessions.execute({ userId: world.ann.id, sessionId });
      return listed.ok && listed.value.map(({ id }) => id);
    };
    const other = await loggedIn(world);
    await world.logOut.execute({ sessionId: other.sessionId, refreshToken: undefined, client: CLIENT });
    expect(await ids()).toEqual([sessionId]);
    world.clock.advance(30 * 86_400_000);
    expect(await ids()).toEqual([]);
    expect(await world.listSessions.execute({ userId: 'nobody', sessionId })).toMatchObject(NO_SUCH_USER);
  });
});

describe('EndSession', () => {
  it('ends that one session of a user, and tells it only once', async () => {
    const world = await withBen();
    const [here, there] = [await loggedIn(world), await loggedIn(world)];
    const wish = { requester: by(world.ann, here.sessionId), userId: world.ann.id, sessionId: there.sessionId };
    expect(await world.endSession.execute(wish)).toEqual({ ok: true });
    expect(await aliveOf(world, here.sessionId, there.sessionId)).toEqual([true, false]);
    expect(await world.endSession.execute(wish)).toMatchObject(NO_SUCH_SESSION);
    expect(world.database.audit.slice(2)).toMatchObject([
      {
        action: 'session.revoked',
        subject: { kind: 'session', id: there.sessionId },
        details: { userId: world.ann.id, reason: 'ended-by-user' },
      },
    ]);
  });

  it('A-3: does not know the sessions of others', async () => {
    const world = await withBen();
    const { sessionId } = await loggedIn(world);
    const theirs = { requester: by(world.ben), userId: world.ben.id, sessionId };
    expect(await world.endSession.execute(theirs)).toMatchObject(NO_SUCH_SESSION);
    expect(await world.endSession.execute({ ...theirs, sessionId: 'none' })).toMatchObject(NO_SUCH_SESSION);
    expect(await aliveOf(world, sessionId)).toEqual([true]);
  });

  it('lets a superuser end a session of anybody, who can then not refresh it', async () => {
    const world = await withBen();
    const { sessionId, refreshToken } = await loggedIn(world, 'ben@example.com');
    const wish = { requester: by(world.ann), userId: world.ben.id, sessionId };
    expect(await world.endSession.execute(wish)).toEqual({ ok: true });
    expect(world.database.audit.at(-1)?.details).toEqual({ userId: world.ben.id, reason: 'ended-by-superuser' });
    const refused = { error: { code: 'auth.invalid-refresh-token' } };
    expect(await world.refresh.execute({ refreshToken, client: CLIENT })).toMatchObject(refused);
  });
});

describe('EndAllSessions', () => {
  it.each(['themselves', 'a superuser'])('ends all sessions of a user for %s, and of nobody else', async (who) => {
    const world = await withBen();
    const bens = [await loggedIn(world, 'ben@example.com'), await loggedIn(world, 'ben@example.com')];
    const { sessionId } = await loggedIn(world);
    const requester = by(who === 'themselves' ? world.ben : world.ann, bens[0]?.sessionId);
    expect(await world.endAllSessions.execute({ requester, userId: world.ben.id })).toEqual({ ok: true });
    expect(await aliveOf(world, sessionId, ...bens.map((session) => session.sessionId))).toEqual([true, false, false]);
    const reason = who === 'themselves' ? 'ended-by-user' : 'ended-by-superuser';
    expect(world.database.audit.at(-1)).toMatchObject({
      action: 'sessions.revoked',
      subject: { kind: 'user', id: world.ben.id },
      details: { reason },
    });
  });

  it('ends none that is opened later, also when the relay repeats it', async () => {
    const world = await withBen();
    await loggedIn(world);
    await world.endAllSessions.execute({ requester: by(world.ann), userId: world.ann.id });
    world.clock.advance(1);
    const { sessionId } = await loggedIn(world);
    await relayed(world);
    expect(await aliveOf(world, sessionId)).toEqual([true]);
  });

  it('is done when the token store did not answer: the relay ends them', async () => {
    const world = await withBen();
    const { sessionId } = await loggedIn(world);
    const sessions = new Proxy(world.store, { get: () => () => Promise.reject(new Error('no token store')) });
    const { endAllSessions } = useCasesOn({ ...world.ports, sessions });
    expect(await endAllSessions.execute({ requester: by(world.ann), userId: world.ann.id })).toEqual({ ok: true });
    expect(await aliveOf(world, sessionId)).toEqual([true]);
    await relayed(world);
    expect(await aliveOf(world, sessionId)).toEqual([false]);
  });

  it('knows no sessions of nobody', async () => {
    const { endAllSessions, ann, database } = await authWorld();
    expect(await endAllSessions.execute({ requester: by(ann), userId: 'nobody' })).toMatchObject(NO_SUCH_USER);
    expect(database.events).toEqual([]);
  });
});
