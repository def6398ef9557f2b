import { FakePasswordHasher, InMemoryAuthDatabase, ManualClock, sequentialIds } from '@job-scope/auth-testing';
import { CreateSuperuser } from './create-superuser.use-case';

const setUp = (password = 'generated-password') => {
  const database = new InMemoryAuthDatabase();
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const generator = { generate: () => password };
  const create = new CreateSuperuser(database, generator, new FakePasswordHasher(), database, sequentialIds(), clock);
  return { database, create };
};

describe('CreateSuperuser', () => {
  it('makes a user who may do everything, and tells the password this once', async () => {
    const { database, create } = setUp();
    expect(await create.execute('Root@Example.com')).toEqual({
      ok: true,
      value: { created: true, email: 'root@example.com', password: 'generated-password' },
    });
    const user = await database.findByEmail('root@example.com');
    expect(user).toMatchObject({
      active: true,
      superuser: true,
      passwordHash: 'hashed:generated-password',
      revision: 1,
    });
    expect(database.events).toMatchObject([{ kind: 'user-changed', userId: user?.id, superuser: true, revision: 1 }]);
    expect(database.audit).toMatchObject([{ action: 'user.created', actor: { kind: 'operator' } }]);
  });

  it('leaves a user who exists exactly as it is', async () => {
    const { database, create } = setUp();
    await create.execute('root@example.com');
    const before = await database.findByEmail('root@example.com');
    expect(await create.execute('ROOT@example.com')).toEqual({
      ok: true,
      value: { created: false, email: 'root@example.com' },
    });
    expect(await database.findByEmail('root@example.com')).toEqual(before);
    expect(database.audit).toHaveLength(1);
  });

  it('makes one user when two commands run at once', async () => {
    const { create } = setUp();
    const results = await Promise.all([create.execute('root@example.com'), create.execute('root@example.com')]);
    expect(results.filter((result) => result.ok && result.value.created)).toHaveLength(1);
  });

  it('refuses what is no address', async () => {
    expect(await setUp().create.execute('root')).toMatchObject({ ok: false, error: { code: 'user.email-invalid' } });
  });

  it('A-12: holds the generated password to the policy as well', async () => {
    await expect(setUp('short').create.execute('root@example.com')).rejects.toThrow('at least 12 characters');
  });
});
