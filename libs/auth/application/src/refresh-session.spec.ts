import { newSuperuser } from '@job-scope/auth-domain';
import { authWorld, CLIENT, loggedIn, type AuthWorld } from './auth-world.fixture';

const REFUSED = { ok: false, error: { code: 'auth.invalid-refresh-token' } };

const refreshed = async ({ refresh }: AuthWorld, refreshToken: string) => {
  const result = await refresh.execute({ refreshToken, client: CLIENT });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const isAlive = async ({ store }: AuthWorld, id: string) => (await store.read([id])).get(id)?.active === true;

describe('RefreshSession', () => {
  it('B-2: gives the next pair, and the session goes on', async () => {
    const world = await authWorld();
    const { refreshToken, sessionId } = await loggedIn(world);
    const next = await refreshed(world, refreshToken);
    expect(next.refreshToken).not.toBe(refreshToken);
    await refreshed(world, next.refreshToken);
    expect((await world.store.read([sessionId])).get(sessionId)?.generation).toBe(3);
  });

  it('B-7: gives parallel refreshes one and the same successor', async () => {
    const world = await authWorld();
    const { refreshToken } = await loggedIn(world);
    const pairs = await Promise.all(Array.from({ length: 20 }, () => refreshed(world, refreshToken)));
    expect(new Set(pairs.map((pair) => pair.refreshToken)).size).toBe(1);
  });

  it('B-2: ends the session when an old token comes back, says no more than "invalid", and records it', async () => {
    const world = await authWorld();
    const { refreshToken, sessionId } = await loggedIn(world);
    const { refreshToken: second } = await refreshed(world, refreshToken);
    const { refreshToken: third } = await refreshed(world, second);
    expect(await world.refresh.execute({ refreshToken, client: CLIENT })).toMatchObject(REFUSED);
    expect(await world.refresh.execute({ refreshToken: third, client: CLIENT })).toMatchObject(REFUSED);
    expect(await isAlive(world, sessionId)).toBe(false);
    expect(world.database.audit.slice(1)).toMatchObject([
      {
        action: 'session.revoked',
        subject: { kind: 'session', id: sessionId },
        details: { userId: world.ann.id, reason: 'refresh-token-reused' },
        ...CLIENT,
      },
    ]);
  });

  it('B-1: refuses an access token', async () => {
    const world = await authWorld();
    const { accessToken } = await loggedIn(world);
    expect(await world.refresh.execute({ refreshToken: accessToken, client: CLIENT })).toMatchObject(REFUSED);
  });

  it.each(['idle', 'absolute'])('B-2: refuses a session past its %s limit', async (limit) => {
    const world = await authWorld();
    let { refreshToken } = await loggedIn(world);
    const [steps, days] = limit === 'idle' ? [0, 30] : [4, 20];
    for (let step = 0; step < steps; step++) {
      world.clock.advance(days * 86_400_000);
      ({ refreshToken } = await refreshed(world, refreshToken));
    }
    world.clock.advance(days * 86_400_000);
    expect(await world.refresh.execute({ refreshToken, client: CLIENT })).toMatchObject(REFUSED);
  });

  it('A-8, A-9: refuses and ends the session of a user who is inactive or gone', async () => {
    const world = await authWorld();
    const { refreshToken, sessionId } = await loggedIn(world);
    const findById = jest.spyOn(world.database, 'findById');
    findById.mockResolvedValueOnce({ ...newSuperuser(world.ann, world.clock.now()), active: false });
    expect(await world.refresh.execute({ refreshToken, client: CLIENT })).toMatchObject(REFUSED);
    expect(await isAlive(world, sessionId)).toBe(false);
    expect(world.database.audit.at(-1)?.details).toEqual({ userId: world.ann.id, reason: 'user-inactive' });

    const second = await loggedIn(world);
    findById.mockResolvedValueOnce(undefined);
    expect(await world.refresh.execute({ refreshToken: second.refreshToken, client: CLIENT })).toMatchObject(REFUSED);
    expect(await isAlive(world, second.sessionId)).toBe(false);
  });
});
