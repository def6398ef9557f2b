import { loadSettings, StartupError } from '@job-scope/platform-nest';
import { FolderMailTransport, SmtpMailTransport } from '@job-scope/platform-nest/mail';
import { randomBytes } from 'node:crypto';
import { mailTransportOf } from './mail';
import { AuthSettings } from './settings';

const REQUIRED = {
  DATABASE_URL: 'postgres://localhost/job_scope',
  KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
const load = (env: Record<string, string>) => loadSettings(AuthSettings, { ...REQUIRED, ...env });

describe('the mail of auth-service', () => {
  it.each([
    [{ MAIL_FOLDER: '/tmp/mail' }, FolderMailTransport],
    [{ MAIL_FOLDER: '/tmp/mail', SMTP_URL: '' }, FolderMailTransport],
    [{ SMTP_URL: 'smtp://localhost:25' }, SmtpMailTransport],
    [{ SMTP_URL: 'smtps://mail.example' }, SmtpMailTransport],
    [{ SMTP_URL: 'smtp://job%20scope%40a.example:p%40ss%3Aw%2Frd%25@mail.example:587' }, SmtpMailTransport],
  ])('goes where %j says', (env, Transport) => {
    expect(mailTransportOf(load(env))).toBeInstanceOf(Transport);
  });

  it('has to be told where to go, and only once', () => {
    const neither = load({});
    const both = load({ MAIL_FOLDER: '/tmp/mail', SMTP_URL: 'smtp://me:s3cret@mail.example' });
    for (const settings of [neither, both]) {
      expect(() => mailTransportOf(settings)).toThrow(StartupError);
      expect(() => mailTransportOf(settings)).toThrow(/SMTP_URL.*MAIL_FOLDER/);
      expect(() => mailTransportOf(settings)).not.toThrow(/s3cret/);
    }
  });

  it.each([
    ['SMTP_URL', 'http://mail.example'],
    ['SMTP_URL', 'mail.example'],
    ['MAIL_FROM', 'Job Scope'],
    ['MAIL_FROM', 'Job Scope <no-reply>'],
    ['MAIL_FROM', 'Job Scope <no-reply@localhost>\r\nBcc: eve@example.com'],
    ['PUBLIC_URL', '127.0.0.1:3000'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'https://jobs.example/?a=b'],
    ['PUBLIC_URL', 'https://jobs.example/#a'],
  ])('does not start with %s=%j', (variable, value) => {
    expect(() => load({ [variable]: value })).toThrow(variable);
  });

  it.each([
    ['MAIL_FROM', 'no-reply@jobs.example'],
    ['MAIL_FROM', 'Вакансии <no-reply@jobs.example>'],
    ['PUBLIC_URL', 'http://localhost:3000'],
    ['PUBLIC_URL', 'https://example.com/jobs'],
  ])('takes %s=%j', (variable, value) => {
    expect(() => load({ [variable]: value })).not.toThrow();
  });
});
