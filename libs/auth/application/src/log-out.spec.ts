import { authWorld, CLIENT, loggedIn } from './auth-world.fixture';

const NOTHING = { sessionId: undefined, refreshToken: undefined, client: CLIENT };

describe('LogOut', () => {
  it('B-16: ends this session, and no other of the same user', async () => {
    const world = await authWorld();
    const [here, there] = [await loggedIn(world), await loggedIn(world)];
    await world.logOut.execute({ ...NOTHING, sessionId: here.sessionId });
    const statuses = await world.store.read([here.sessionId, there.sessionId]);
    expect([...statuses.values()].map(({ active }) => active)).toEqual([false, true]);
    expect(world.database.audit.at(-1)).toMatchObject({ action: 'session.revoked', details: { reason: 'logout' } });
  });

  it('finds the session by its refresh token when the access token has expired', async () => {
    const world = await authWorld();
    const { refreshToken, sessionId } = await loggedIn(world);
    expect(await world.logOut.execute({ ...NOTHING, refreshToken })).toEqual({ ok: true });
    expect((await world.store.read([sessionId])).get(sessionId)?.active).toBe(false);
  });

  it('is no failure the second time, and is recorded once', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    const again = () => world.logOut.execute({ ...NOTHING, sessionId });
    expect([await again(), await again()]).toEqual([{ ok: true }, { ok: true }]);
    expect(world.database.audit.filter(({ action }) => action === 'session.revoked')).toHaveLength(1);
  });

  it('B-16: fails for who names no session', async () => {
    const { logOut } = await authWorld();
    expect(await logOut.execute(NOTHING)).toMatchObject({ ok: false, error: { code: 'auth.no-session' } });
    const forged = await logOut.execute({ ...NOTHING, refreshToken: 'forged' });
    expect(forged).toMatchObject({ ok: false, error: { code: 'auth.no-session' } });
  });
});
