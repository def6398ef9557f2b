import { CreateSuperuser, EnsureSigningKey, RotateSigningKeys } from '@job-scope/auth-application';
import {
  FakeKeyPairMaker,
  FakePasswordHasher,
  InMemoryAuthDatabase,
  ManualClock,
  sequentialIds,
} from '@job-scope/auth-testing';
import { AuthCommandLine } from './auth-command-line';

const TIMES = { publishedMaxAgeMs: 300_000, accessTokenTtlMs: 900_000, clockSkewMs: 60_000, refreshIdleMs: 86_400_000 };

const setUp = () => {
  const database = new InMemoryAuthDatabase();
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const pairs = new FakeKeyPairMaker();
  const passwords = { generate: () => 'generated-password' };
  const said = { out: '', errors: '' };
  const commandLine = new AuthCommandLine(
    new CreateSuperuser(database, passwords, new FakePasswordHasher(), database, sequentialIds(), clock),
    new EnsureSigningKey(database, pairs, clock),
    new RotateSigningKeys(database, pairs, clock, TIMES),
    { write: (text) => (said.out += text) },
    { write: (text) => (said.errors += text) },
  );
  const run = async (line: string) => {
    Object.assign(said, { out: '', errors: '' });
    return { code: await commandLine.run(line.split(' ')), ...said };
  };
  return { run };
};

describe('the command line of auth', () => {
  it('makes a superuser, shows the password once, and leaves the user alone ever after', async () => {
    const { run } = setUp();
    expect(await run('superuser:create --email Root@Example.com')).toEqual({
      code: 0,
      out: 'superuser root@example.com created\npassword: generated-password\n',
      errors: '',
    });
    expect(await run('superuser:create --email root@example.com')).toEqual({
      code: 0,
      out: 'user root@example.com exists and is left unchanged\n',
      errors: '',
    });
  });

  it('says what is wrong with an address', async () => {
    const { run } = setUp();
    expect(await run('superuser:create --email root')).toEqual({
      code: 1,
      out: '',
      errors: 'root: must be an e-mail address\n',
    });
  });

  it('makes a first key once, and then rotates', async () => {
    const { run } = setUp();
    expect(await run('keys:rotate')).toMatchObject({ code: 1, errors: expect.stringContaining('keys:ensure') });
    expect(await run('keys:ensure')).toMatchObject({ code: 0, out: 'first signing key created\n' });
    expect(await run('keys:ensure')).toMatchObject({ code: 0, out: 'a signing key exists\n' });
    expect((await run('keys:rotate')).out).toBe(
      'signing key key-2 is published, and signs from 2026-01-01T00:10:00.000Z on\n',
    );
  });

  it.each([
    'superuser:create',
    'superuser:create --email',
    'superuser:create --mail a@b.io',
    'keys',
    'keys:ensure now',
    '',
  ])('explains itself when it does not understand "%s"', async (line) => {
    expect(await setUp().run(line)).toMatchObject({ code: 2, out: '', errors: expect.stringContaining('usage:') });
  });
});
