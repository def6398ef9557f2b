import { authWorld, by, CLIENT, linkTo, loggedIn, relayed, type AuthWorld } from './auth-world.fixture';

const HOUR_MS = 3_600_000;
const NEW = {
  email: 'new@example.com',
  password: 'a password of mine',
  displayName: null,
  language: 'en',
  client: CLIENT,
} as const;
const VOID = { ok: false, error: { code: 'auth.link-invalid' } };
const WRONG = { ok: false, error: { code: 'auth.wrong-password' } };

const stored = ({ database }: AuthWorld, email: string = NEW.email) => database.findByEmail(email);

/** Registers, and reads the mail. */
const registered = async (world: AuthWorld, given: { readonly password?: string } = {}) => {
  expect(await world.register.execute({ ...NEW, ...given })).toEqual({ ok: true });
  return linkTo(world, NEW.email);
};

const confirm = ({ confirm }: AuthWorld, token: string, password: string = NEW.password) =>
  confirm.execute({ token, password, language: 'en', client: CLIENT });

describe('RegisterUser', () => {
  it('A-2: makes an ordinary, unconfirmed user, whatever else was sent along', async () => {
    const world = await authWorld();
    const forged = { ...NEW, superuser: true, verified: true, active: false, id: 'mine', revision: 9 };
    expect(await world.register.execute(forged)).toEqual({ ok: true });
    expect(await stored(world)).toMatchObject({ active: true, superuser: false, verified: false, revision: 1 });
    expect((await stored(world))?.id).not.toBe('mine');
  });

  it('A-11: takes the address in its one spelling, and the name too', async () => {
    const world = await authWorld();
    await world.register.execute({ ...NEW, email: ' NEW@Example.COM ', displayName: '  Zoe\u0308  ' });
    expect(await stored(world)).toMatchObject({ email: 'new@example.com', displayName: 'Zo\u00eb' });
  });

  it('A-12, A-14: says all that is wrong at once, without the password, and keeps nothing', async () => {
    const world = await authWorld();
    const answer = await world.register.execute({ ...NEW, email: 'nobody', password: 'short', displayName: '\n' });
    expect(answer).toMatchObject({
      error: {
        code: 'users.invalid',
        fields: [{ pointer: '/email' }, { pointer: '/password' }, { pointer: '/displayName' }],
      },
    });
    expect(JSON.stringify(answer)).not.toContain('short');
    expect([world.database.events, world.database.audit]).toEqual([[], []]);
  });

  it.each([
    ['the address itself', NEW.email],
    ['one of the commonest', 'password password'],
  ])('A-12: refuses %s as a password', async (_, password) => {
    const { register } = await authWorld();
    const refused = { error: { code: 'users.invalid', fields: [{ pointer: '/password' }] } };
    expect(await register.execute({ ...NEW, password })).toMatchObject(refused);
  });

  it.each([
    ['unknown', NEW.email, 'confirm-email'],
    ['waiting to be confirmed', 'waiting@example.com', 'confirm-email'],
    ['of a user', 'ann@example.com', 'already-registered'],
    ['of an inactive user', 'gone@example.com', 'already-registered'],
    ['of an inactive user who never confirmed it', 'banned@example.com', 'already-registered'],
  ])('A-7: answers alike, after one hash, when the address is %s; its owner gets a mail', async (_, email, kind) => {
    const world = await authWorld();
    await world.addUser('waiting@example.com', { verified: false });
    await world.addUser('banned@example.com', { verified: false, active: false });
    const hash = jest.spyOn(world.hasher, 'hash');
    expect(await world.register.execute({ ...NEW, email })).toEqual({ ok: true });
    expect([hash.mock.calls.length, world.hasher.compared.length]).toEqual([1, 0]);
    await relayed(world);
    expect(world.mailer.sent).toMatchObject([{ kind, to: email, language: 'en' }]);
  });

  it('leaves a user who has the address exactly as they are, and sends them no link', async () => {
    const world = await authWorld();
    await world.register.execute({ ...NEW, email: world.ann.email, displayName: 'Mallory' });
    await relayed(world);
    expect(await stored(world, world.ann.email)).toEqual(world.ann);
    expect(world.mailer.sent).toMatchObject([{ displayName: null, link: null }]);
  });

  it('makes one account of two registrations of one address at once', async () => {
    const world = await authWorld();
    const passwords = ['the password of one', 'the password of two'];
    const answers = await Promise.all(passwords.map((password) => world.register.execute({ ...NEW, password })));
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    const { items } = await world.database.directory.list({ limit: 9, search: NEW.email });
    expect(items).toMatchObject([{ revision: 2 }]);
    const token = await linkTo(world, NEW.email);
    const confirmed = await Promise.all(passwords.map((password) => confirm(world, token, password)));
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('looks again when the user it has found is deleted in that moment', async () => {
    const world = await authWorld();
    const ghost = { ...world.ann, id: 'ghost', email: NEW.email, verified: false };
    jest.spyOn(world.database, 'findByEmail').mockResolvedValueOnce(ghost);
    expect(await world.register.execute(NEW)).toEqual({ ok: true });
    expect(await stored(world)).toMatchObject({ verified: false, revision: 1 });
  });
});

describe('ConfirmEmail', () => {
  it('lets a user in from then on, and is recorded', async () => {
    const world = await authWorld();
    const token = await registered(world);
    await expect(loggedIn(world, NEW.email, NEW.password)).rejects.toThrow('auth.invalid-credentials');
    expect(await confirm(world, token)).toEqual({ ok: true });
    expect((await loggedIn(world, NEW.email, NEW.password)).accessToken).toBeDefined();
    await relayed(world);
    expect(world.publisher.told.get((await stored(world))?.id ?? '')).toMatchObject({ verified: true, revision: 2 });
  });

  it('takes a link once', async () => {
    const world = await authWorld();
    const token = await registered(world);
    const answers = await Promise.all([confirm(world, token), confirm(world, token)]);
    expect(answers).toMatchObject([{ ok: true }, VOID]);
    expect(await confirm(world, token)).toMatchObject(VOID);
  });

  it('takes a link for 24 hours', async () => {
    const [inTime, late] = [await authWorld(), await authWorld()];
    const tokens = [await registered(inTime), await registered(late)] as const;
    inTime.clock.advance(24 * HOUR_MS - 1);
    late.clock.advance(24 * HOUR_MS);
    expect(await confirm(inTime, tokens[0])).toEqual({ ok: true });
    expect(await confirm(late, tokens[1])).toMatchObject(VOID);
  });

  it('A-8: takes no link of a user who is inactive or gone meanwhile', async () => {
    const world = await authWorld();
    const token = await registered(world);
    const wish = { requester: by(world.ann), userId: (await stored(world))?.id ?? '', expectedRevision: undefined };
    await world.changeUser.execute({ ...wish, change: { active: false } });
    expect(await confirm(world, token)).toMatchObject(VOID);
    await world.deleteUser.execute(wish);
    expect(await confirm(world, token)).toMatchObject(VOID);
  });

  it('A-8: takes no link of a user who is deactivated while the password is compared', async () => {
    const world = await authWorld();
    const token = await registered(world);
    const user = await stored(world);
    jest.spyOn(world.hasher, 'verify').mockImplementationOnce(async () => {
      await world.changeUser.execute({
        requester: by(world.ann),
        userId: user?.id ?? '',
        change: { active: false },
        expectedRevision: undefined,
      });
      return true;
    });
    expect(await confirm(world, token)).toMatchObject(VOID);
    expect(await stored(world)).toMatchObject({ active: false, verified: false });
  });

  it('takes no link once the password has changed', async () => {
    const world = await authWorld();
    const token = await registered(world);
    await world.requestReset.execute({ email: NEW.email, language: 'en', client: CLIENT });
    const reset = { token: await linkTo(world, NEW.email), password: 'quite another one' };
    expect(await world.reset.execute({ ...reset, language: 'en', client: CLIENT })).toEqual({ ok: true });
    expect(await confirm(world, token, reset.password)).toMatchObject(VOID);
  });

  it('takes no link that it did not make, and compares no password for it', async () => {
    const world = await authWorld();
    expect(await confirm(world, 'forged')).toMatchObject(VOID);
    expect(world.hasher.compared).toEqual([]);
  });

  it('takes no link for another purpose, and its own serves no other', async () => {
    const world = await authWorld();
    const confirmation = await registered(world);
    await world.requestReset.execute({ email: NEW.email, language: 'en', client: CLIENT });
    const reset = await linkTo(world, NEW.email);
    expect(await confirm(world, reset)).toMatchObject(VOID);
    const wish = { password: 'quite another one', language: 'en', client: CLIENT } as const;
    expect(await world.reset.execute({ ...wish, token: confirmation })).toMatchObject(VOID);
    expect(await confirm(world, confirmation)).toEqual({ ok: true });
  });
});

describe('somebody registers an address that is not theirs', () => {
  const THEIRS = 'the password of mallory';

  it('and its owner cannot be made to confirm that account: only who knows its password can', async () => {
    const world = await authWorld();
    const token = await registered(world, { password: THEIRS });
    expect(await confirm(world, token, 'what the owner tries')).toMatchObject(WRONG);
    expect(await stored(world)).toMatchObject({ verified: false });
    await expect(loggedIn(world, NEW.email, THEIRS)).rejects.toThrow('auth.invalid-credentials');
  });

  it('and loses it to the owner, who registers it too: with another password, and the link from before is void', async () => {
    const world = await authWorld();
    const theirs = await registered(world, { password: THEIRS });
    const { id } = (await stored(world)) ?? {};
    const own = await registered(world);
    expect(await stored(world)).toMatchObject({ id, verified: false, passwordHash: `hashed:${NEW.password}` });
    expect(await confirm(world, theirs, THEIRS)).toMatchObject(VOID);
    expect(await confirm(world, theirs)).toMatchObject(VOID);
    expect(await confirm(world, own)).toEqual({ ok: true });
    await expect(loggedIn(world, NEW.email, THEIRS)).rejects.toThrow('auth.invalid-credentials');
  });

  it('and cannot take it back once it is confirmed', async () => {
    const world = await authWorld();
    await confirm(world, await registered(world));
    const before = await stored(world);
    await world.register.execute({ ...NEW, password: THEIRS });
    expect(await stored(world)).toEqual(before);
  });

  it('and cannot take it while it is being confirmed', async () => {
    const world = await authWorld();
    const token = await registered(world);
    jest.spyOn(world.database, 'findByEmail').mockImplementationOnce(async () => {
      const user = await world.database.findById(world.database.events[0]?.userId ?? '');
      await confirm(world, token);
      return user;
    });
    expect(await world.register.execute({ ...NEW, password: THEIRS })).toEqual({ ok: true });
    expect(await stored(world)).toMatchObject({ verified: true, passwordHash: `hashed:${NEW.password}` });
  });

  it('and loses it to the owner who sets a password by mail instead', async () => {
    const world = await authWorld();
    const theirs = await registered(world, { password: THEIRS });
    await world.requestReset.execute({ email: NEW.email, language: 'en', client: CLIENT });
    const wish = { password: NEW.password, language: 'en', client: CLIENT } as const;
    expect(await world.reset.execute({ ...wish, token: await linkTo(world, NEW.email) })).toEqual({ ok: true });
    expect(await confirm(world, theirs, THEIRS)).toMatchObject(VOID);
    expect((await loggedIn(world, NEW.email, NEW.password)).accessToken).toBeDefined();
  });

  it('and cannot put words into the mail that the owner gets', async () => {
    const world = await authWorld();
    await world.register.execute({ ...NEW, displayName: 'Free money: evil.example' });
    await relayed(world);
    expect(world.mailer.sent).toMatchObject([{ to: NEW.email, displayName: null }]);
  });
});
