import type { User } from '@job-scope/auth-domain';
import { authWorld, by, CLIENT, linkTo, loggedIn, PASSWORD, relayed, type AuthWorld } from './auth-world.fixture';

const BEN = 'ben@example.com';
const LAST = { ok: false, error: { code: 'users.last-superuser' } };
const NOT_FOUND = { ok: false, error: { code: 'users.not-found' } };

/** Ann changes a user. */
const change = (
  { changeUser, ann }: AuthWorld,
  userId: string,
  change: Partial<Pick<User, 'active' | 'superuser' | 'displayName'>>,
  expectedRevision?: number,
) => changeUser.execute({ requester: by(ann), userId, change, expectedRevision });

const statusOf = async ({ store }: AuthWorld, sessionId: string) => (await store.read([sessionId])).get(sessionId);

describe('CreateUser', () => {
  const invite = ({ createUser, ann }: AuthWorld, given: object = {}) =>
    createUser.execute({
      requester: by(ann),
      email: ' BEN@example.com',
      displayName: ' Ben ',
      superuser: true,
      language: 'ru',
      ...given,
    });

  it('makes a user who sets a password by mail: until then nobody gets in', async () => {
    const world = await authWorld();
    const made = await invite(world);
    expect(made).toMatchObject({
      ok: true,
      value: { email: BEN, displayName: 'Ben', superuser: true, active: true, verified: false, revision: 1 },
    });
    expect(JSON.stringify(made)).not.toContain('hashed');
    await expect(loggedIn(world, BEN, 'a password nobody knows')).rejects.toThrow('auth.invalid-credentials');
    const token = await linkTo(world, BEN);
    expect(world.mailer.sent).toMatchObject([
      { kind: 'set-password', to: BEN, displayName: 'Ben', language: 'ru', link: { hours: 72 } },
    ]);
    world.clock.advance(71 * 3_600_000);
    const wish = { token, password: 'the own password', language: 'ru', client: CLIENT } as const;
    expect(await world.reset.execute(wish)).toEqual({ ok: true });
    const { sessionId } = await loggedIn(world, BEN, 'the own password');
    expect(await statusOf(world, sessionId)).toMatchObject({ active: true, superuser: true });
  });

  it('A-15: refuses an address that is taken, also by two at once', async () => {
    const world = await authWorld();
    const taken = { error: { code: 'users.email-taken', fields: [{ pointer: '/email' }] } };
    expect(await invite(world, { email: 'ann@example.com' })).toMatchObject(taken);
    expect(await Promise.all([invite(world), invite(world)])).toMatchObject([{ ok: true }, taken]);
  });

  it.each([
    ['/email', { email: 'ben' }],
    ['/displayName', { displayName: ' ' }],
  ])('refuses what is wrong at %s', async (pointer, given) => {
    const world = await authWorld();
    expect(await invite(world, given)).toMatchObject({ error: { code: 'users.invalid', fields: [{ pointer }] } });
    expect(world.database.events).toEqual([]);
  });
});

describe('GetUser', () => {
  it('shows superusers all of a user but the password hash', async () => {
    const { getUser, ann } = await authWorld();
    const { passwordHash: _, ...visible } = ann;
    expect(await getUser.execute(ann.id)).toEqual({ ok: true, value: visible });
    expect(await getUser.execute('nobody')).toMatchObject(NOT_FOUND);
  });
});

describe('ListUsers', () => {
  it('shows the newest first, page by page, and no password hash', async () => {
    const { listUsers, clock, addUser } = await authWorld();
    for (const name of ['b', 'c', 'd']) {
      clock.advance(1);
      await addUser(`${name}@example.com`);
    }
    const first = await listUsers.execute({ limit: 2 });
    if (!first.ok || !first.value.next) throw new Error('there is no second page');
    const second = await listUsers.execute({ limit: 9, from: first.value.next });
    const emails = [first, second].map((page) => page.ok && page.value.items.map(({ email }) => email.split('@')[0]));
    expect(emails).toEqual([
      ['d', 'c'],
      ['b', 'gone', 'ann'],
    ]);
    expect(JSON.stringify([first, second])).not.toContain('hashed:');
  });

  it('filters, and refuses a position in another list', async () => {
    const { listUsers } = await authWorld();
    const found = await listUsers.execute({ limit: 9, search: 'GONE', active: false, superuser: true, verified: true });
    expect(found).toMatchObject({ ok: true, value: { items: [{ email: 'gone@example.com' }] } });
    const elsewhere = { list: 'vacancies/runs', after: ['2026-01-01T00:00:00.000Z', 'x'] };
    const expired = { error: { code: 'users.cursor-expired' } };
    expect(await listUsers.execute({ limit: 9, from: elsewhere })).toMatchObject(expired);
  });
});

describe('ChangeUser', () => {
  const withBen = async (given: Partial<User> = {}) => {
    const world = await authWorld();
    const ben = await world.addUser(BEN, given);
    return { ...world, ben, ...(given.active === false ? { sessionId: '' } : await loggedIn(world, BEN)) };
  };

  it('A-8: takes access at once from all that is open, and gives it back', async () => {
    const world = await withBen();
    await change(world, world.ben.id, { active: false });
    expect(await statusOf(world, world.sessionId)).toMatchObject({ active: false });
    await expect(loggedIn(world, BEN)).rejects.toThrow('auth.invalid-credentials');
    await change(world, world.ben.id, { active: true });
    expect(await statusOf(world, world.sessionId)).toMatchObject({ active: true, superuser: true });
    expect((await loggedIn(world, BEN)).accessToken).toBeDefined();
  });

  it('takes and gives the rights of a superuser at once', async () => {
    const world = await withBen();
    await change(world, world.ben.id, { superuser: false });
    expect(await statusOf(world, world.sessionId)).toMatchObject({ active: true, superuser: false });
    await change(world, world.ben.id, { superuser: true });
    expect(await statusOf(world, world.sessionId)).toMatchObject({ active: true, superuser: true });
  });

  it('changes only what is named, and answers with the user as they are now', async () => {
    const world = await withBen({ displayName: 'Ben' });
    const named = { active: undefined, superuser: undefined, displayName: ' Benjamin ' };
    expect(await change(world, world.ben.id, named)).toMatchObject({
      ok: true,
      value: { active: true, superuser: true, verified: true, displayName: 'Benjamin', revision: 2 },
    });
    expect(await change(world, world.ben.id, { displayName: null })).toMatchObject({ value: { displayName: null } });
    expect(world.database.audit.slice(1)).toMatchObject([
      { details: { displayName: 'Benjamin' } },
      { details: { displayName: 'null' } },
    ]);
    expect(await statusOf(world, world.sessionId)).toMatchObject({ active: true, superuser: true });
  });

  it('A-2: lets nobody change what is not theirs to change, whatever else was sent along', async () => {
    const world = await withBen({ verified: true });
    const forged = { displayName: 'B', email: 'ann@example.com', passwordHash: 'mine', verified: false, revision: 9 };
    await change(world, world.ben.id, forged);
    expect(await world.database.findById(world.ben.id)).toEqual({
      ...world.ben,
      displayName: 'B',
      revision: 2,
      updatedAt: world.clock.now(),
    });
  });

  it('writes neither event nor audit when it changes nothing', async () => {
    const world = await withBen({ superuser: false });
    const audited = world.database.audit.length;
    const same = { active: true, superuser: false, displayName: null };
    expect(await change(world, world.ben.id, same, 1)).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await world.database.findById(world.ben.id)).toEqual(world.ben);
    expect(world.database.events.map(({ kind }) => kind)).not.toContain('user-changed');
    expect(world.database.audit).toHaveLength(audited);
  });

  it('refuses to change what is not as it was when it was read, and takes nothing meanwhile', async () => {
    const world = await withBen();
    await change(world, world.ben.id, { displayName: 'Ben' }, 1);
    const deny = jest.spyOn(world.store, 'deny');
    const stale = { ok: false, error: { code: 'users.changed-meanwhile' } };
    expect(await change(world, world.ben.id, { active: false }, 1)).toMatchObject(stale);
    expect(deny).not.toHaveBeenCalled();
    expect(await statusOf(world, world.sessionId)).toMatchObject({ active: true, superuser: true });
    expect(await change(world, world.ben.id, { active: false }, 2)).toMatchObject({ ok: true });
  });

  it('refuses what is no name, and a user whom it does not know', async () => {
    const world = await withBen();
    expect(await change(world, world.ben.id, { displayName: '' })).toMatchObject({
      error: { code: 'users.invalid', fields: [{ pointer: '/displayName' }] },
    });
    expect(await change(world, 'nobody', { active: false })).toMatchObject(NOT_FOUND);
    expect(world.database.events).toEqual([]);
  });

  it('takes what the user has when they are locked, not what they had when they were read', async () => {
    const world = await withBen({ active: false });
    jest.spyOn(world.database, 'findById').mockImplementationOnce(async () => {
      await change(world, world.ben.id, { active: true });
      return world.ben;
    });
    const deny = jest.spyOn(world.store, 'deny');
    expect(await change(world, world.ben.id, { active: false })).toMatchObject({ ok: true });
    expect(deny).toHaveBeenCalledWith(world.ben.id, expect.objectContaining({ takes: 'all' }));
  });
});

describe('the last active superuser', () => {
  it.each([{ active: false }, { superuser: false }, { active: false, superuser: false }])(
    'stays one: %j is refused, and takes nothing meanwhile',
    async (wish) => {
      const world = await authWorld();
      await world.addUser(BEN, { superuser: false });
      const { sessionId } = await loggedIn(world);
      const deny = jest.spyOn(world.store, 'deny');
      expect(await change(world, world.ann.id, wish)).toMatchObject(LAST);
      expect(deny).not.toHaveBeenCalled();
      expect(await statusOf(world, sessionId)).toMatchObject({ active: true, superuser: true });
      expect(await change(world, world.ann.id, { displayName: 'Ann' })).toMatchObject({ ok: true });
    },
  );

  it('is not the last while there is another: of two who demote each other at once, one stays', async () => {
    const world = await authWorld();
    const ben = await world.addUser(BEN);
    const demote = (by: User, user: User) =>
      world.changeUser.execute({
        requester: { userId: by.id, sessionId: 's', client: CLIENT },
        userId: user.id,
        change: { superuser: false },
        expectedRevision: undefined,
      });
    const answers = await Promise.all([demote(world.ann, ben), demote(ben, world.ann)]);
    expect(answers).toMatchObject([{ ok: true }, LAST]);
    await relayed(world);
    const { items } = await world.database.directory.list({ limit: 9, superuser: true, active: true });
    expect(items.map(({ id }) => id)).toEqual([world.ann.id]);
  });

  it('cannot be deleted, nor delete themselves; of two who delete each other at once, one stays', async () => {
    const world = await authWorld();
    const itself = { requester: by(world.ann), userId: world.ann.id, expectedRevision: undefined };
    expect(await world.deleteUser.execute(itself)).toMatchObject(LAST);
    const own = { requester: by(world.ann), password: PASSWORD };
    expect(await world.deleteOwnAccount.execute(own)).toMatchObject(LAST);
    const ben = await world.addUser(BEN);
    const answers = await Promise.all([
      world.deleteUser.execute({ ...itself, userId: ben.id }),
      world.deleteUser.execute({ ...itself, requester: by(ben) }),
    ]);
    expect(answers).toMatchObject([{ ok: true }, LAST]);
  });
});
