import type { AuthUnitOfWork } from '@job-scope/auth-ports';
import {
  aliveOf,
  authWorld,
  by,
  CLIENT,
  linkTo,
  loggedIn,
  PASSWORD,
  relayed,
  type AuthWorld,
} from './auth-world.fixture';
import { useCasesOn, type AuthPorts } from './use-cases.fixture';

const REFUSED = {
  ok: false,
  error: {
    code: 'auth.invalid-credentials',
    detail: 'The e-mail address or the password is wrong, or the address is not confirmed yet.',
  },
};
const ANN = { email: 'ann@example.com', password: PASSWORD, deviceName: 'spec', client: CLIENT };

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
    const result = await logIn.execute({ ...ANN, email: ' Ann@EXAMPLE.com', password: 'correct horse ｂattery' });
    expect(result.ok).toBe(true);
  });

  it.each([
    ['an unknown address', 'nobody@example.com', PASSWORD],
    ['a wrong password', 'ann@example.com', 'wrong'],
    ['A-8: an inactive user', 'gone@example.com', PASSWORD],
    ['A-8: a user whose address is not confirmed', 'new@example.com', PASSWORD],
    ['A-15: what is no address at all', 'ann\u0000', PASSWORD],
  ])('A-7: answers %s alike, after one comparison', async (_, email, password) => {
    const { logIn, hasher, database, addUser } = await authWorld();
    await addUser('new@example.com', { verified: false });
    const hash = jest.spyOn(hasher, 'hash');
    expect(await logIn.execute({ ...ANN, email, password })).toEqual(REFUSED);
    expect(hasher.compared).toHaveLength(1);
    expect(hash).not.toHaveBeenCalled();
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

describe('LogIn with a password hashed with outdated parameters', () => {
  const oldTimer = (world: AuthWorld) => world.addUser('old@example.com', { passwordHash: `old:${PASSWORD}` });

  it('hashes it anew, and only then', async () => {
    const world = await authWorld();
    const { id } = await oldTimer(world);
    const hash = jest.spyOn(world.hasher, 'hash');
    await loggedIn(world, 'old@example.com');
    await loggedIn(world, 'old@example.com');
    expect(await world.database.findById(id)).toMatchObject({ passwordHash: `hashed:${PASSWORD}`, revision: 2 });
    expect(hash).toHaveBeenCalledTimes(1);
  });

  it('lets several log in at once, whoever is first with the new hash', async () => {
    const world = await authWorld();
    await oldTimer(world);
    const opened = await Promise.all([1, 2, 3].map(() => loggedIn(world, 'old@example.com')));
    expect(await aliveOf(world, ...opened.map(({ sessionId }) => sessionId))).toEqual([true, true, true]);
  });
});

/** `act` comes between two steps of a log-in: once the user has been read, or once the session is in the store. */
const MOMENTS: Record<string, (ports: AuthPorts, act: () => Promise<unknown>) => AuthPorts> = {
  'read the user': (ports, act) => ({
    ...ports,
    users: {
      findById: (id) => ports.users.findById(id),
      findByEmail: async (email) => {
        const user = await ports.users.findByEmail(email);
        await act();
        return user;
      },
    },
  }),
  'stored the session': (ports, act) => ({
    ...ports,
    sessions: new Proxy(ports.sessions, {
      get: (store, name) =>
        name === 'open'
          ? async (...given: Parameters<typeof store.open>) => {
              const opened = await store.open(...given);
              await act();
              return opened;
            }
          : Reflect.get(store, name).bind(store),
    }),
  }),
};

/** Changes of ann, as a process does them that dies right after its commit: the token store has not heard of it yet. */
const ACTS: Record<string, (world: AuthWorld) => Promise<unknown>> = {
  'they are deactivated': async ({ ann, addUser, ports }) => {
    const root = await addUser('root@example.com');
    return useCasesOn(silent(ports)).changeUser.execute({
      requester: by(root),
      userId: ann.id,
      change: { active: false },
      expectedRevision: undefined,
    });
  },
  'they are deleted': async ({ ann, addUser, ports }) => {
    const root = await addUser('root@example.com');
    const { deleteUser } = useCasesOn(silent(ports));
    return deleteUser.execute({ requester: by(root), userId: ann.id, expectedRevision: undefined });
  },
  'their password is changed': ({ ann, ports }) =>
    useCasesOn(silent(ports)).changePassword.execute({
      requester: by(ann),
      currentPassword: PASSWORD,
      newPassword: 'quite another one',
      language: 'en',
    }),
};

const silent = (ports: AuthPorts): AuthPorts => ({
  ...ports,
  sessions: new Proxy(ports.sessions, {
    get: (store, name) =>
      name === 'setAccess' || name === 'endAllOf'
        ? () => Promise.reject(new Error('dead'))
        : Reflect.get(store, name).bind(store),
  }),
});

describe.each(Object.entries(MOMENTS))('A-8: a log-in that has just %s', (_, at) => {
  it.each(Object.entries(ACTS))('opens nothing that lasts if %s in that moment', async (_title, act) => {
    const world = await authWorld();
    let acted = false;
    const ports = at(world.ports, async () => {
      if (acted) return;
      acted = true;
      world.clock.advance(1);
      await act(world);
      world.clock.advance(1);
    });
    expect(await useCasesOn(ports).logIn.execute(ANN)).toEqual(REFUSED);
    expect(await world.store.listOf(world.ann.id)).toEqual([]);
    expect(world.database.audit.map(({ action }) => action)).not.toContain('login.succeeded');
    await relayed(world);
    expect(await world.store.listOf(world.ann.id)).toEqual([]);
  });

  it('is not hindered by a harmless change', async () => {
    const world = await authWorld();
    let name = 0;
    const ports = at(world.ports, async () => {
      if (name++ > 0) return;
      await world.changeProfile.execute({ requester: by(world.ann), displayName: 'Ann' });
      await relayed(world);
    });
    expect(await useCasesOn(ports).logIn.execute(ANN)).toMatchObject({ ok: true });
    expect(await world.store.listOf(world.ann.id)).toHaveLength(1);
  });
});

describe('A-8: a session opened while a change of password waits for its turn', () => {
  it.each(['change', 'reset'])('ends with it (%s)', async (way) => {
    const world = await authWorld();
    const unitOfWork: AuthUnitOfWork = {
      run: async (work) => {
        world.clock.advance(1);
        await loggedIn(world);
        return world.database.run(work);
      },
    };
    const { changePassword, reset } = useCasesOn({ ...world.ports, unitOfWork });
    const wish = { password: 'quite another one', language: 'en', client: CLIENT } as const;
    await world.requestReset.execute({ ...wish, email: ANN.email });
    const given = { requester: by(world.ann), currentPassword: PASSWORD, newPassword: wish.password };
    const done =
      way === 'change'
        ? await changePassword.execute({ ...wish, ...given })
        : await reset.execute({ ...wish, token: await linkTo(world, ANN.email) });
    expect(done).toEqual({ ok: true });
    expect(await world.store.listOf(world.ann.id)).toEqual([]);
  });
});
