import { passwordFaults } from '@job-scope/auth-domain';
import { isOutage } from '@job-scope/platform-nest';
import { parseOptions } from '@node-rs/argon2';
import { Argon2PasswordHasher } from './argon2-password-hasher';
import { DictionaryCommonPasswords } from './dictionary-common-passwords';
import { RandomPasswordGenerator } from './random-password-generator';

describe('Argon2PasswordHasher', () => {
  const hasher = new Argon2PasswordHasher(1);

  it('makes argon2id hashes of the recommended strength, each with a salt of its own', async () => {
    const [one, other] = await Promise.all([hasher.hash('same password'), hasher.hash('same password')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(one).saltLen).toBeGreaterThanOrEqual(16);
    expect(one).not.toBe(other);
  });

  it('knows the right password from a wrong one', async () => {
    const hash = await hasher.hash('correct horse battery');
    expect(await hasher.verify('correct horse battery', hash)).toBe(true);
    expect(await hasher.verify('correct horse batterz', hash)).toBe(false);
  });

  it('A-13: tells passwords apart that are the same for 72 bytes', async () => {
    const start = 'x'.repeat(72);
    expect(await hasher.verify(`${start}b`, await hasher.hash(`${start}a`))).toBe(false);
  });

  it('A-7: says no to every password of an unknown user', async () => {
    expect(await hasher.verify('', undefined)).toBe(false);
  });

  it('P-1: lets the event loop go on meanwhile', async () => {
    const order: string[] = [];
    const hashing = hasher.hash('correct horse battery').then(() => order.push('hashed'));
    setImmediate(() => order.push('another request'));
    await hashing;
    expect(order).toEqual(['another request', 'hashed']);
  });
});

describe('Argon2PasswordHasher in a flood', () => {
  it('P-1: sends away whom it cannot serve soon, and serves all others', async () => {
    const hasher = new Argon2PasswordHasher(1, 2);
    await hasher.verify('warm', undefined);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.verify('x', undefined)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refused.map(isOutage)).toEqual([true, true, true]);
  });

  it('knows hashes of other parameters', async () => {
    const hasher = new Argon2PasswordHasher(1);
    expect(hasher.isOutdated(await hasher.hash('correct horse battery'))).toBe(false);
    for (const old of ['$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA', '$2b$12$abc', 'x']) {
      expect(hasher.isOutdated(old)).toBe(true);
    }
  });
});

describe('DictionaryCommonPasswords', () => {
  it.each(['123456qwerty', 'LeaveMeAlone', 'gfhjkmgfhjkm'])('knows %s', (password) =>
    expect(new DictionaryCommonPasswords().has(password)).toBe(true),
  );

  it('does not know what is not common', () =>
    expect(new DictionaryCommonPasswords().has('correct horse battery')).toBe(false));
});

describe('RandomPasswordGenerator', () => {
  it('makes passwords that the policy allows, never twice', () => {
    const passwords = Array.from({ length: 100 }, () => new RandomPasswordGenerator().generate());
    expect(new Set(passwords).size).toBe(100);
    expect(
      passwords.flatMap((password) =>
        passwordFaults({ password, email: 'root@example.com', common: false, pointer: '/password' }),
      ),
    ).toEqual([]);
  });
});
