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
import { useCasesOn } from './use-cases.fixture';

const HOUR_MS = 3_600_000;
const ANN = 'ann@example.com';
const NEXT = 'quite another one';
const VOID = { ok: false, error: { code: 'auth.link-invalid' } };
const invalid = (pointer: string) => ({ ok: false, error: { code: 'users.invalid', fields: [{ pointer }] } });

const passwordOf = async ({ database }: AuthWorld, email = ANN) => (await database.findByEmail(email))?.passwordHash;

/** The store does not answer at the end of the request: only the relay can finish it. */
const withoutStore = ({ ports }: AuthWorld) =>
  useCasesOn({
    ...ports,
    sessions: new Proxy(ports.sessions, { get: () => () => Promise.reject(new Error('no token store')) }),
  });

const change = ({ changePassword, ann }: Pick<AuthWorld, 'changePassword' | 'ann'>, given: object = {}) =>
  changePassword.execute({
    requester: by(ann),
    currentPassword: PASSWORD,
    newPassword: NEXT,
    language: 'ru',
    ...given,
  });

describe('ChangePassword', () => {
  it('ends all other sessions and not the own, at once and again when the relay repeats it', async () => {
    const world = await authWorld();
    const [here, there] = [await loggedIn(world), await loggedIn(world)];
    expect(await change(world, { requester: by(world.ann, here.sessionId) })).toEqual({ ok: true });
    expect(await aliveOf(world, here.sessionId, there.sessionId)).toEqual([true, false]);
    world.clock.advance(1);
    const later = await loggedIn(world, ANN, NEXT);
    await relayed(world);
    expect(await aliveOf(world, here.sessionId, there.sessionId, later.sessionId)).toEqual([true, false, true]);
  });

  it('takes effect for the next log-in, and the user is told by mail', async () => {
    const world = await authWorld();
    await change(world);
    await expect(loggedIn(world)).rejects.toThrow('auth.invalid-credentials');
    expect((await loggedIn(world, ANN, NEXT)).accessToken).toBeDefined();
    await relayed(world);
    expect(world.mailer.sent).toMatchObject([{ kind: 'password-changed', to: ANN, language: 'ru', link: null }]);
  });

  it('asks for the present password', async () => {
    const world = await authWorld();
    expect(await change(world, { currentPassword: NEXT })).toMatchObject({
      error: { code: 'auth.wrong-password', fields: [{ pointer: '/currentPassword' }] },
    });
    expect(await world.database.findById(world.ann.id)).toEqual(world.ann);
    expect(world.database.events).toEqual([]);
  });

  it.each([
    ['too short', 'short'],
    ['the address', ANN],
    ['one of the commonest', 'password password'],
  ])('A-12: refuses a new one that is %s', async (_, newPassword) => {
    const world = await authWorld();
    expect(await change(world, { newPassword })).toMatchObject(invalid('/newPassword'));
    expect(await passwordOf(world)).toBe(world.ann.passwordHash);
  });

  it('lets one of two changes at once through: afterwards the password given is not the present one', async () => {
    const world = await authWorld();
    const answers = await Promise.all([change(world), change(world, { newPassword: 'yet another one' })]);
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: { code: 'auth.wrong-password' } }]);
    expect(await passwordOf(world)).toBe(`hashed:${NEXT}`);
  });

  it('makes every link in earlier mails void', async () => {
    const world = await authWorld();
    await world.requestReset.execute({ email: ANN, language: 'en', client: CLIENT });
    const token = await linkTo(world, ANN);
    await change(world);
    expect(
      await world.reset.execute({ token, password: 'a thief would', language: 'en', client: CLIENT }),
    ).toMatchObject(VOID);
  });

  it('is done when the token store did not answer: the relay ends the sessions', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    expect(await change({ ...withoutStore(world), ann: world.ann })).toEqual({ ok: true });
    expect(await aliveOf(world, sessionId)).toEqual([true]);
    await relayed(world);
    expect(await aliveOf(world, sessionId)).toEqual([false]);
  });

  it('A-9: says so when the user is gone', async () => {
    const world = await authWorld();
    const gone = { error: { code: 'auth.user-gone' } };
    expect(await change(world, { requester: by({ id: 'nobody' }) })).toMatchObject(gone);
  });
});

const requested = async (world: AuthWorld, email = ANN): Promise<string> => {
  await world.requestReset.execute({ email, language: 'en', client: CLIENT });
  return linkTo(world, email);
};

const reset = ({ reset }: Pick<AuthWorld, 'reset'>, token: string, password = NEXT) =>
  reset.execute({ token, password, language: 'en', client: CLIENT });

describe('RequestPasswordReset', () => {
  it.each([
    ['an unknown address', 'nobody@example.com', 0],
    ['an inactive user', 'gone@example.com', 0],
    ['what is no address', 'nobody', 0],
    ['an active user, in any spelling', ' ANN@example.com', 1],
    ['a user who has never confirmed the address', 'new@example.com', 1],
  ])('A-7: answers alike and hashes nothing for %s', async (_, email, mails) => {
    const world = await authWorld();
    await world.addUser('new@example.com', { verified: false });
    const hash = jest.spyOn(world.hasher, 'hash');
    expect(await world.requestReset.execute({ email, language: 'en', client: CLIENT })).toBeUndefined();
    expect([hash.mock.calls.length, world.hasher.compared.length]).toEqual([0, 0]);
    await relayed(world);
    expect(world.mailer.sent.map(({ kind }) => kind)).toEqual(Array.from({ length: mails }, () => 'reset-password'));
  });

  it("sends no link to an address that is not the user's any more when the mail goes out at last", async () => {
    const world = await authWorld();
    world.mailer.down = true;
    await world.requestReset.execute({ email: ANN, language: 'en', client: CLIENT });
    await relayed(world);
    await world.database.run(async (tx) => {
      await tx.users.save({ ...world.ann, email: 'ann@elsewhere.example', revision: 2 });
    });
    world.mailer.down = false;
    world.clock.advance(HOUR_MS);
    await relayed(world);
    expect(world.mailer.sent).toEqual([]);
  });
});

describe('ResetPassword', () => {
  it('ends all sessions, at once and again when the relay repeats it, and none that came later', async () => {
    const world = await authWorld();
    const before = [await loggedIn(world), await loggedIn(world)].map(({ sessionId }) => sessionId);
    expect(await reset(world, await requested(world))).toEqual({ ok: true });
    expect(await aliveOf(world, ...before)).toEqual([false, false]);
    world.clock.advance(1);
    const { sessionId } = await loggedIn(world, ANN, NEXT);
    await relayed(world);
    expect(await aliveOf(world, sessionId, ...before)).toEqual([true, false, false]);
    expect(world.mailer.sent.at(-1)).toMatchObject({ kind: 'password-changed', to: ANN, link: null });
  });

  it('confirms the address too, as only its owner reads the mail', async () => {
    const world = await authWorld();
    const { id } = await world.addUser('new@example.com', { verified: false });
    await reset(world, await requested(world, 'new@example.com'));
    expect(await world.database.findById(id)).toMatchObject({ verified: true, revision: 2 });
    expect((await loggedIn(world, 'new@example.com', NEXT)).accessToken).toBeDefined();
  });

  it('takes a link once', async () => {
    const world = await authWorld();
    const token = await requested(world);
    const answers = await Promise.all([reset(world, token), reset(world, token, 'the other one')]);
    expect(answers).toMatchObject([{ ok: true }, VOID]);
    expect(await reset(world, token, 'the other one')).toMatchObject(VOID);
    expect(await passwordOf(world)).toBe(`hashed:${NEXT}`);
  });

  it('takes a link for one hour', async () => {
    const [inTime, late] = [await authWorld(), await authWorld()];
    const tokens = [await requested(inTime), await requested(late)] as const;
    inTime.clock.advance(HOUR_MS - 1);
    late.clock.advance(HOUR_MS);
    expect(await reset(inTime, tokens[0])).toEqual({ ok: true });
    expect(await reset(late, tokens[1])).toMatchObject(VOID);
  });

  it('takes no link that it did not make, and hashes nothing for it', async () => {
    const world = await authWorld();
    const hash = jest.spyOn(world.hasher, 'hash');
    expect(await reset(world, 'forged')).toMatchObject(VOID);
    expect(hash).not.toHaveBeenCalled();
  });

  it.each(['before', 'while'])('A-8: takes no link of a user deactivated %s it is used', async (when) => {
    const world = await authWorld();
    const token = await requested(world);
    const root = await world.addUser('root@example.com');
    const wish = { requester: by(root), userId: world.ann.id, expectedRevision: undefined };
    const deactivate = () => world.changeUser.execute({ ...wish, change: { active: false } });
    if (when === 'before') await deactivate();
    jest.spyOn(world.hasher, 'hash').mockImplementation(async (password) => {
      await deactivate();
      return `hashed:${password}`;
    });
    expect(await reset(world, token)).toMatchObject(VOID);
    expect(await passwordOf(world)).toBe(world.ann.passwordHash);
  });

  it('A-9: takes no link of a user who is deleted', async () => {
    const world = await authWorld();
    const token = await requested(world);
    await world.addUser('root@example.com');
    await world.deleteOwnAccount.execute({ requester: by(world.ann), password: PASSWORD });
    expect(await reset(world, token)).toMatchObject(VOID);
  });

  it('A-12: holds the new password to the policy, and leaves the link good', async () => {
    const world = await authWorld();
    const token = await requested(world);
    expect(await reset(world, token, 'short')).toMatchObject(invalid('/password'));
    expect(await reset(world, token, ANN)).toMatchObject(invalid('/password'));
    expect(await reset(world, token)).toEqual({ ok: true });
  });

  it('is done when the token store did not answer: the relay ends the sessions', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    expect(await reset(withoutStore(world), await requested(world))).toEqual({ ok: true });
    await relayed(world);
    expect(await aliveOf(world, sessionId)).toEqual([false]);
  });
});
