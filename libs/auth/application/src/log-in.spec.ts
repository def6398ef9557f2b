import { authWorld, CLIENT, loggedIn } from './auth-world.fixture';

const PASSWORD = 'correct horse battery';

describe('LogIn', () => {
  it('opens a session that works, and says for how long its tokens are good', async () => {
    const world = await authWorld();
    const { sessionId, accessExpiresIn, refreshExpiresIn } = await loggedIn(world);
    expect(await world.store.read([sessionId])).toEqual(
      new Map([[sessionId, { userId: world.ann.id, active: true, superuser: true, generation: 1 }]]),
    );
    expect([accessExpiresIn, refreshExpiresIn]).toEqual([900, 30 * 86_400]);
  });

  it('A-11: takes the address in any case, and the password in any spelling of its characters', async () => {
    const { logIn } = await authWorld();
    const result = await logIn.execute({
      email: ' Ann@EXAMPLE.com',
      password: 'correct horse ｂattery',
      client: CLIENT,
    });
    expect(result.ok).toBe(true);
  });

  it.each([
    ['an unknown address', 'nobody@example.com', PASSWORD],
    ['a wrong password', 'ann@example.com', 'wrong'],
    ['A-8: an inactive user', 'gone@example.com', PASSWORD],
    ['A-15: what is no address at all', 'ann\u0000', PASSWORD],
  ])('A-7: answers %s alike, after one comparison', async (_, email, password) => {
    const { logIn, hasher, database } = await authWorld();
    expect(await logIn.execute({ email, password, deviceName: 'spec', client: CLIENT })).toEqual({
      ok: false,
      error: { code: 'auth.invalid-credentials', detail: 'The e-mail address or the password is wrong.' },
    });
    expect(hasher.compared).toHaveLength(1);
    expect(database.audit).toMatchObject([
      { action: 'login.failed', ...CLIENT, details: email.includes('@') ? { email } : {} },
    ]);
  });

  it('records who logged in, and from where', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    expect(world.database.audit).toMatchObject([
      {
        action: 'login.succeeded',
        actor: { kind: 'user', id: world.ann.id },
        subject: { kind: 'session', id: sessionId },
        ...CLIENT,
      },
    ]);
  });
});
