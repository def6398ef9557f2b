import fc from 'fast-check';
import { normaliseEmail } from './email';

describe('normaliseEmail', () => {
  it('A-11: gives one spelling to every case of one address, and is idempotent', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const plain = normaliseEmail(email.toLowerCase());
        expect(normaliseEmail(` ${email.toUpperCase()} `)).toEqual(plain);
        if (plain.ok) expect(normaliseEmail(plain.value)).toEqual(plain);
      }),
    );
  });

  it.each([
    '',
    'not an email',
    'a@b',
    '@example.com',
    'a@@example.com',
    `${'a'.repeat(250)}@x.io`,
    'a\u0000b@x.io',
    'a\ud800@x.io',
  ])('A-11, A-15: refuses %j and names the field', (text) => {
    expect(normaliseEmail(text)).toMatchObject({ ok: false, error: { fields: [{ pointer: '/email' }] } });
  });
});
