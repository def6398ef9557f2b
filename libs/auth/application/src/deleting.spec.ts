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

const BEN = 'ben@example.com';
const GONE = { ok: false, error: { code: 'users.not-found' } };

const withBen = async () => {
  const world = await authWorld();
  const ben = await world.addUser(BEN, { superuser: false });
  return { ...world, ben, opened: await loggedIn(world, BEN) };
};

const WAYS: Record<string, (world: Awaited<ReturnType<typeof withBen>>) => Promise<unknown>> = {
  'by a superuser': ({ deleteUser, ann, ben }) =>
    deleteUser.execute({ requester: by(ann), userId: ben.id, expectedRevision: 1 }),
  'by themselves': ({ deleteOwnAccount, ben }) => deleteOwnAccount.execute({ requester: by(ben), password: PASSWORD }),
};

describe.each(Object.entries(WAYS))('A-9: a user deleted %s', (_, remove) => {
  it('is gone, and so is the access of every session, at once', async () => {
    const world = await withBen();
    expect(await remove(world)).toEqual({ ok: true });
    expect(await world.getUser.execute(world.ben.id)).toMatchObject(GONE);
    expect(await aliveOf(world, world.opened.sessionId)).toEqual([false]);
    await expect(loggedIn(world, BEN)).rejects.toThrow('auth.invalid-credentials');
    const { refreshToken } = world.opened;
    const refused = { ok: false, error: { code: 'auth.invalid-refresh-token' } };
    expect(await world.refresh.execute({ refreshToken, client: CLIENT })).toMatchObject(refused);
  });

  it('is told to others above every change before, and their sessions end', async () => {
    const world = await withBen();
    await world.changeProfile.execute({ requester: by(world.ben), displayName: 'Ben' });
    const { id } = world.ben;
    await world.deleteUser.execute({ requester: by(world.ann), userId: id, expectedRevision: 2 });
    await relayed(world);
    expect(world.publisher.told.get(id)).toEqual({ kind: 'user-deleted', userId: id, revision: 3 });
    expect(await world.store.listOf(id)).toEqual([]);
    expect(await aliveOf(world, world.opened.sessionId)).toEqual([false]);
  });

  it('stays in the audit trail', async () => {
    const world = await withBen();
    await remove(world);
    const trail = await world.listAudit.execute({ limit: 9, subjectId: world.ben.id });
    expect(trail).toMatchObject([{ action: 'user.deleted', subjectKind: 'user', ...CLIENT }]);
  });

  it('leaves the address to whoever registers it: another user, for whom no old link or session is good', async () => {
    const world = await withBen();
    await world.requestReset.execute({ email: BEN, language: 'en', client: CLIENT });
    const old = await linkTo(world, BEN);
    await remove(world);
    const wish = { email: BEN, password: 'the new one of ben', language: 'en', client: CLIENT } as const;
    await world.register.execute({ ...wish, displayName: null });
    await world.confirm.execute({ ...wish, token: await linkTo(world, BEN) });
    await loggedIn(world, BEN, wish.password);
    expect((await world.database.findByEmail(BEN))?.id).not.toBe(world.ben.id);
    expect(await world.reset.execute({ ...wish, token: old })).toMatchObject({ error: { code: 'auth.link-invalid' } });
    expect(await aliveOf(world, world.opened.sessionId)).toEqual([false]);
  });
});

describe('DeleteUser', () => {
  const remove = ({ deleteUser, ann }: AuthWorld, userId: string, expectedRevision?: number) =>
    deleteUser.execute({ requester: by(ann), userId, expectedRevision });

  it('refuses to delete what is not as it was when it was read, and takes nothing meanwhile', async () => {
    const world = await withBen();
    const deny = jest.spyOn(world.store, 'deny');
    const stale = { ok: false, error: { code: 'users.changed-meanwhile' } };
    expect(await remove(world, world.ben.id, 7)).toMatchObject(stale);
    expect(deny).not.toHaveBeenCalled();
    expect(await aliveOf(world, world.opened.sessionId)).toEqual([true]);
  });

  it('deletes once', async () => {
    const world = await withBen();
    const answers = await Promise.all([remove(world, world.ben.id), remove(world, world.ben.id)]);
    expect(answers).toMatchObject([{ ok: true }, GONE]);
    expect(await remove(world, world.ben.id)).toMatchObject(GONE);
    expect(world.database.audit.filter(({ action }) => action === 'user.deleted')).toHaveLength(1);
  });
});

describe('DeleteOwnAccount', () => {
  it('asks for the password, as there is no way back', async () => {
    const world = await withBen();
    expect(await world.deleteOwnAccount.execute({ requester: by(world.ben), password: 'wrong' })).toMatchObject({
      error: { code: 'auth.wrong-password', fields: [{ pointer: '/password' }] },
    });
    expect(await world.database.findById(world.ben.id)).toEqual(world.ben);
    expect(world.database.events).toEqual([]);
  });

  it('is possible where there is no superuser at all', async () => {
    const world = await withBen();
    await world.database.run((tx) => tx.users.remove(world.ann.id));
    expect(await world.deleteOwnAccount.execute({ requester: by(world.ben), password: PASSWORD })).toEqual({
      ok: true,
    });
  });

  it('A-9: says so when the user is gone already', async () => {
    const { deleteOwnAccount } = await authWorld();
    const gone = { error: { code: 'auth.user-gone' } };
    expect(await deleteOwnAccount.execute({ requester: by({ id: 'nobody' }), password: PASSWORD })).toMatchObject(gone);
  });
});
