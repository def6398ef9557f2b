import { authWorld } from './auth-world.fixture';
import { GetProfile } from './get-profile.query';

describe('GetProfile', () => {
  it('shows users what they may see of themselves, and not the password hash', async () => {
    const { database, ann } = await authWorld();
    expect(await new GetProfile(database).execute(ann.id)).toEqual({
      ok: true,
      value: { id: ann.id, email: 'ann@example.com', superuser: true, verified: true, createdAt: ann.createdAt },
    });
  });

  it('A-9: says so when the user is gone', async () => {
    const { database } = await authWorld();
    expect(await new GetProfile(database).execute('nobody')).toMatchObject({ error: { code: 'auth.user-gone' } });
  });
});
