import { authWorld, by } from './auth-world.fixture';

describe('GetProfile', () => {
  it('shows users what they may see of themselves, and not the password hash', async () => {
    const { getProfile, ann } = await authWorld();
    expect(await getProfile.execute(ann.id)).toEqual({
      ok: true,
      value: {
        id: ann.id,
        email: 'ann@example.com',
        displayName: null,
        superuser: true,
        verified: true,
        createdAt: ann.createdAt,
      },
    });
  });

  it('A-9: says so when the user is gone', async () => {
    const { getProfile } = await authWorld();
    expect(await getProfile.execute('nobody')).toMatchObject({ error: { code: 'auth.user-gone' } });
  });
});

describe('ChangeProfile', () => {
  it('gives a name in its one spelling, takes it away again, and tells others each time', async () => {
    const { changeProfile, getProfile, database, ann } = await authWorld();
    const named = { ok: true, value: { displayName: 'Zo\u00eb' } };
    expect(await changeProfile.execute({ requester: by(ann), displayName: ' Zoe\u0308 ' })).toMatchObject(named);
    expect(await getProfile.execute(ann.id)).toMatchObject(named);
    const nameless = { ok: true, value: { displayName: null } };
    expect(await changeProfile.execute({ requester: by(ann), displayName: null })).toMatchObject(nameless);
    expect(database.events).toMatchObject([{ revision: 2 }, { revision: 3 }]);
  });

  it('A-2: changes nothing else, whatever else was sent along', async () => {
    const { changeProfile, database, addUser } = await authWorld();
    const ben = await addUser('ben@example.com', { superuser: false, verified: false });
    const forged = { displayName: 'Ben', superuser: true, verified: true, email: 'ann@example.com', active: false };
    await changeProfile.execute({ requester: by(ben), ...forged });
    const { displayName: _, revision: _r, updatedAt: _u, ...rest } = ben;
    expect(await database.findById(ben.id)).toMatchObject(rest);
  });

  it('writes nothing when it changes nothing', async () => {
    const { changeProfile, database, ann } = await authWorld();
    expect(await changeProfile.execute({ requester: by(ann), displayName: null })).toMatchObject({ ok: true });
    expect(await database.findById(ann.id)).toEqual(ann);
    expect([database.events, database.audit]).toEqual([[], []]);
  });

  it('refuses what is no name, and names the field', async () => {
    const { changeProfile, ann } = await authWorld();
    expect(await changeProfile.execute({ requester: by(ann), displayName: 'two\nlines' })).toMatchObject({
      error: { code: 'users.invalid', fields: [{ pointer: '/displayName' }] },
    });
  });

  it('A-9: says so when the user is gone', async () => {
    const { changeProfile } = await authWorld();
    const gone = { error: { code: 'auth.user-gone' } };
    expect(await changeProfile.execute({ requester: by({ id: 'nobody' }), displayName: 'X' })).toMatchObject(gone);
  });
});
