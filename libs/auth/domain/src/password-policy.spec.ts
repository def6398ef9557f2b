import fc from 'fast-check';
import { normalisePassword, passwordFaults } from './password-policy';

const EMAIL = 'someone.with.long@example.com';

describe('password policy', () => {
  it('A-12: accepts any characters, spaces and other scripts included, from 12 to 128 of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 128 }), (password) => {
        expect(passwordFaults(password, EMAIL)).toEqual([]);
      }),
    );
    expect(passwordFaults('правильный конь батарея', EMAIL)).toEqual([]);
  });

  it.each([
    ['eleven chars', 'abcdefghijk'],
    ['129 chars', 'x'.repeat(129)],
    ['the address itself', 'Someone.With.Long@Example.com'],
  ])('refuses %s and names the field, not the password', (_, password) => {
    const [fault] = passwordFaults(password, EMAIL);
    expect(fault?.pointer).toBe('/password');
    expect(fault?.message).not.toContain(password);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(passwordFaults('🔑'.repeat(11), EMAIL)).toHaveLength(1);
    expect(passwordFaults('🔑'.repeat(12), EMAIL)).toHaveLength(0);
  });

  it('takes what different keyboards send for one character as one', () => {
    expect(normalisePassword('cafe\u0301 au lait!')).toBe(normalisePassword('caf\u00e9 au lait!'));
  });
});
