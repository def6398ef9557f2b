import fc from 'fast-check';
import { normalisePassword, passwordFaults } from './password-policy';

const EMAIL = 'someone.with.long@example.com';

const faultsOf = (password: string, common = false) =>
  passwordFaults({ password, email: EMAIL, common, pointer: '/password' });

describe('password policy', () => {
  it('A-12: accepts any characters, spaces and other scripts included, from 12 to 128 of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 128 }), (password) => {
        fc.pre(new Set(password).size >= 5);
        expect(faultsOf(password)).toEqual([]);
      }),
    );
    expect(faultsOf('правильный конь батарея')).toEqual([]);
  });

  it.each([
    ['eleven chars', 'abcdefghijk'],
    ['129 chars', 'abcde'.repeat(26)],
    ['one character over and over', 'x'.repeat(20)],
    ['four characters over and over', 'abcd'.repeat(5)],
    ['the address itself', 'Someone.With.Long@Example.com'],
  ])('refuses %s and names the field, not the password', (_, password) => {
    const [fault] = faultsOf(password);
    expect(fault?.pointer).toBe('/password');
    expect(fault?.message).not.toContain(password);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(faultsOf('🔑abcde🔑abcd')).toHaveLength(1);
    expect(faultsOf('🔑abcde🔑abcde')).toHaveLength(0);
  });

  it('refuses the commonest passwords of the world, however long they are', () => {
    expect(faultsOf('a long but common one', true)).toEqual([
      { pointer: '/password', message: 'is one of those that are tried first: choose another' },
    ]);
  });

  it('takes what different keyboards send for one character as one', () => {
    expect(normalisePassword('cafe\u0301 au lait!')).toBe(normalisePassword('caf\u00e9 au lait!'));
  });
});
