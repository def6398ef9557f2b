import { authWorld, by, CLIENT, linkTo, loggedIn, PASSWORD, relayed, type AuthWorld } from './auth-world.fixture';

const OLD = 'ann@example.com';
const NEW = 'ann@elsewhere.example';
const VOID = { ok: false, error: { code: 'auth.link-invalid' } };

const request = ({ requestEmailChange, ann }: AuthWorld, email = NEW, password = PASSWORD) =>
  requestEmailChange.execute({ requester: by(ann), email, password, language: 'ru' });

const requested = async (world: AuthWorld, email = NEW): Promise<string> => {
  expect(await request(world, email)).toEqual({ ok: true });
  return linkTo(world, email);
};

const confirm = ({ confirm }: AuthWorld, token: string, password = PASSWORD) =>
  confirm.execute({ token, password, language: 'ru', client: CLIENT });

describe('a change of address', () => {
  it('is nothing until the new one is confirmed; then it holds, and the old address is told', async () => {
    const world = await authWorld();
    await request(world, ' Ann@Elsewhere.example ');
    const token = await linkTo(world, NEW);
    expect(world.mailer.sent).toMatchObject([{ kind: 'confirm-new-email', to: NEW, language: 'ru' }]);
    expect(await world.database.findById(world.ann.id)).toEqual(world.ann);
    expect(await confirm(world, token)).toEqual({ ok: true });
    expect((await loggedIn(world, NEW)).accessToken).toBeDefined();
    await expect(loggedIn(world, OLD)).rejects.toThrow('auth.invalid-credentials');
    await relayed(world);
    expect(world.mailer.sent.at(-1)).toMatchObject({ kind: 'email-changed', to: OLD, language: 'ru', link: null });
    expect(world.publisher.told.get(world.ann.id)).toMatchObject({ email: NEW, revision: 2 });
  });

  it('asks for the password, when it is wished and when it is confirmed', async () => {
    const world = await authWorld();
    const wrong = { error: { code: 'auth.wrong-password', fields: [{ pointer: '/password' }] } };
    expect(await request(world, NEW, 'wrong')).toMatchObject(wrong);
    expect(world.database.events).toEqual([]);
    const token = await requested(world);
    expect(await confirm(world, token, 'wrong')).toMatchObject(wrong);
    expect(await confirm(world, token)).toEqual({ ok: true });
  });

  it('A-11: refuses what is no address', async () => {
    const world = await authWorld();
    const refused = { error: { code: 'users.invalid', fields: [{ pointer: '/email' }] } };
    expect(await request(world, 'elsewhere')).toMatchObject(refused);
  });

  it('A-7: does not tell who wishes it that the address belongs to another, and tells that other', async () => {
    const world = await authWorld();
    await world.addUser(NEW);
    expect(await request(world)).toEqual({ ok: true });
    await relayed(world);
    expect(world.mailer.sent).toMatchObject([{ kind: 'already-registered', to: NEW, link: null }]);
  });

  it('A-15: comes to nothing if another has taken the address meanwhile', async () => {
    const world = await authWorld();
    const token = await requested(world);
    const other = await world.addUser(NEW);
    expect(await confirm(world, token)).toMatchObject(VOID);
    expect(await world.database.findById(world.ann.id)).toEqual(world.ann);
    expect(await world.database.findById(other.id)).toEqual(other);
  });

  it('takes a link once, and only one of several', async () => {
    const world = await authWorld();
    const [first, second] = [await requested(world), await requested(world, 'ann@third.example')];
    expect(await confirm(world, second)).toEqual({ ok: true });
    expect([await confirm(world, first), await confirm(world, second)]).toMatchObject([VOID, VOID]);
  });

  it('takes no link once the password has changed', async () => {
    const world = await authWorld();
    const token = await requested(world);
    const wish = { currentPassword: PASSWORD, newPassword: 'quite another one', language: 'en' } as const;
    await world.changePassword.execute({ requester: by(world.ann), ...wish });
    expect([await confirm(world, token), await confirm(world, token, wish.newPassword)]).toMatchObject([VOID, VOID]);
  });

  it('A-8: takes no link of a user who is inactive meanwhile', async () => {
    const world = await authWorld();
    const token = await requested(world);
    const root = await world.addUser('root@example.com');
    const wish = { requester: by(root), userId: world.ann.id, expectedRevision: undefined };
    await world.changeUser.execute({ ...wish, change: { active: false } });
    expect(await confirm(world, token)).toMatchObject(VOID);
  });

  it('A-9: says so when the user is gone', async () => {
    const { requestEmailChange } = await authWorld();
    const wish = { email: NEW, password: PASSWORD, language: 'en' } as const;
    const gone = { error: { code: 'auth.user-gone' } };
    expect(await requestEmailChange.execute({ requester: by({ id: 'nobody' }), ...wish })).toMatchObject(gone);
  });
});
