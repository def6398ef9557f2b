import { smtpOptionsOf } from './smtp-options';

describe('smtpOptionsOf', () => {
  it.each([
    ['smtp://mail.example', { host: 'mail.example', secure: false, requireTLS: true }],
    ['smtp://mail.example:587', { host: 'mail.example', port: 587, requireTLS: true }],
    ['smtp://mail.example:465', { port: 465, secure: false, requireTLS: true }],
    ['smtps://mail.example', { host: 'mail.example', secure: true }],
    ['smtp://localhost:25', { host: 'localhost', requireTLS: false, tls: { rejectUnauthorized: false } }],
    ['smtp://127.0.0.9:25', { host: '127.0.0.9', requireTLS: false, tls: { rejectUnauthorized: false } }],
    ['smtp://[::1]:25', { host: '::1', requireTLS: false, tls: { rejectUnauthorized: false } }],
    ['smtp://localhost.evil.example', { requireTLS: true, tls: { rejectUnauthorized: true } }],
    ['smtp://127.0.0.1.evil.example', { requireTLS: true, tls: { rejectUnauthorized: true } }],
    ['smtp://127.evil', { requireTLS: true, tls: { rejectUnauthorized: true } }],
    [
      'smtp://mail.example?requireTLS=false&tls.rejectUnauthorized=false',
      { requireTLS: true, tls: { rejectUnauthorized: true } },
    ],
  ])('reads %s', (url, options) => {
    expect(smtpOptionsOf(url)).toMatchObject(options);
  });

  it('logs in as the URL says, and only then', () => {
    expect(smtpOptionsOf('smtp://a%40b:p%3Aq@mail.example')).toMatchObject({
      auth: { user: 'a@b', pass: 'p:q' },
      forceAuth: true,
    });
    expect(smtpOptionsOf('smtp://mail.example')).not.toHaveProperty('auth');
  });

  it.each(['http://mail.example', 'mail.example:25', 'smtp://', 'smtp:mail.example', ''])('refuses %j', (url) => {
    expect(() => smtpOptionsOf(url)).toThrow('smtp://user:password@host:port');
  });

  it('explains a password that is not encoded, without showing it', () => {
    expect(() => smtpOptionsOf('smtp://me:100%sure@mail.example')).toThrow(/a % as %25/);
    expect(() => smtpOptionsOf('smtp://me:100%sure@mail.example')).not.toThrow(/sure/);
  });
});
