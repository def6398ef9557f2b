import { mailLinkOf } from '@job-scope/auth-domain';
import { ACCOUNT_MAIL_KINDS, anAccountMail, describeAccountMailer } from '@job-scope/auth-testing';
import { createLogger, silentLogger } from '@job-scope/platform-nest';
import type { Mail } from '@job-scope/platform-nest/mail';
import { PassThrough } from 'node:stream';
import { FakeMailTransport } from './mail-transport.fixture';
import { PlatformAccountMailer } from './platform-account-mailer';

const URL_OF_SITE = 'https://jobs.example';

const open = (publicUrl = URL_OF_SITE) => {
  const transport = new FakeMailTransport();
  const mailer = new PlatformAccountMailer(transport, publicUrl, silentLogger);
  const written = async (given: Parameters<typeof anAccountMail>[0]): Promise<Mail & { readonly html: string }> => {
    await mailer.send(anAccountMail(given));
    const { html = '', ...mail } = transport.sent.at(-1) as Mail;
    return { ...mail, html };
  };
  return { transport, mailer, written };
};

describeAccountMailer('PlatformAccountMailer', async () => {
  const { transport, mailer } = open();
  const setDown = (down: boolean) => {
    transport.down = down;
  };
  return { mailer, arrived: () => transport.sent, setDown };
});

const LANGUAGES = ['en', 'ru'] as const;
const ALL = ACCOUNT_MAIL_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));
const LINKED = ALL.filter(({ kind }) => mailLinkOf(kind));

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('PlatformAccountMailer', () => {
  it.each([
    ['confirm-email', '/email/confirm', '24 hours', '24 часа'],
    ['confirm-new-email', '/email/confirm', '24 hours', '24 часа'],
    ['reset-password', '/password/reset', '1 hour', '1 час'],
    ['set-password', '/password/reset', '3 days', '3 дня'],
  ] as const)('links %s to %s, and says that it is good for %s', async (kind, path, english, russian) => {
    const { written } = open();
    const url = `${URL_OF_SITE}${path}?token=head.claims-_.signature`;
    for (const [language, duration] of [['en', english] as const, ['ru', russian] as const]) {
      const { text, html } = await written({ kind, language });
      expect(text.split('\n')).toContain(url);
      expect(text).toContain(` ${duration}.`);
      expect(html).toContain(`<a href="${url}">`);
      expect(html).toContain(` ${duration}.`);
    }
  });

  it.each(LINKED)('has the token of $kind in $language once, in its link', async ({ kind, language }) => {
    const { subject, text, html } = await open().written({ kind, language });
    const token = 'head.claims-_.signature';
    expect([subject, text, html].map((part) => count(part, token))).toEqual([0, 1, 1]);
    expect([text, html].map((part) => count(part, 'https://'))).toEqual([1, 1]);
  });

  it.each(ALL.filter((mail) => !LINKED.includes(mail)))('has no link in $kind in $language', async (mail) => {
    const { text, html } = await open().written(mail);
    expect(`${text}${html}`).not.toMatch(/:\/\/|href/);
  });

  it.each(ALL)('loads nothing and says the same in both forms of $kind in $language', async (mail) => {
    const { subject, text, html } = await open().written({ ...mail, displayName: 'Anna' });
    expect(html).not.toMatch(
      /\b(src|srcset|background|url|@import|script|link|img|form|iframe)\b\s*[=(]|<(?!\/?(html|head|meta|title|body|p|a)\b|!doctype)/,
    );
    const words = html
      .replace(/<title>.*<\/title>/, '')
      .replaceAll(/<a href="([^"]*)">([^<]*)<\/a>/g, '$2:\n$1')
      .replaceAll('</p>', '\n')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&#39;', "'")
      .trim();
    expect(words.split(/\s*\n\s*/)).toEqual(text.trim().split(/\s*\n\s*/));
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html).toContain(`lang="${mail.language}"`);
  });

  it.each(ALL)('is written in its own language alone: $kind in $language', async (mail) => {
    const { subject, text } = await open().written(mail);
    const words = `${subject} ${text}`.replaceAll(/https:\S+|Job Scope/g, '');
    expect(words).not.toMatch(mail.language === 'en' ? /\p{Script=Cyrillic}/u : /[a-z]/i);
    expect(subject).toMatch(/Job Scope/);
  });

  it('writes every mail in words of its own', async () => {
    const { transport, mailer } = open();
    for (const mail of ALL) await mailer.send(anAccountMail(mail));
    expect(new Set(transport.sent.map(({ text }) => text)).size).toBe(ALL.length);
  });

  it.each(['Anna', 'Анна-Мария', 'Jean-Luc O’Neil', "D'Arcy J. Smith", 'Zoe\u0308'])(
    'greets %s by name',
    async (displayName) => {
      const { text, html } = await open().written({ displayName });
      expect(text).toMatch(new RegExp(`^Hello, ${displayName}!\n`));
      expect(html).toContain(`Hello, ${displayName.replace("'", '&#39;')}!`);
      expect((await open().written({ displayName, language: 'ru' })).text).toMatch(`Здравствуйте, ${displayName}!`);
    },
  );

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'You have won: https://evil.example',
    'evil.example',
    'Call +7 800 555 35 35',
    'Ann & Bob',
    'Ann  Bob',
    'x'.repeat(51),
    'won '.repeat(20).trim(),
  ])('lets no stranger have %j written to others', async (displayName) => {
    for (const mail of ALL) {
      const { subject, text, html } = await open().written({ ...mail, displayName });
      const plain = await open().written({ ...mail, displayName: null });
      expect([subject, text, html]).toEqual([plain.subject, plain.text, plain.html]);
    }
  });

  it.each([
    ['https://jobs.example/', 'https://jobs.example/email/confirm?token=t'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/email/confirm?token=t'],
    ['https://example.com/jobs/', 'https://example.com/jobs/email/confirm?token=t'],
  ])('links to the site at %s', async (publicUrl, link) => {
    const { text } = await open(publicUrl).written({ link: { token: 't', hours: 1 } });
    expect(text).toContain(`\n${link}\n`);
  });

  it('keeps a token that is none in its place', async () => {
    const { text, html } = await open().written({ link: { token: 'a&b="><c d', hours: 1 } });
    expect(text).toContain(`\n${URL_OF_SITE}/email/confirm?token=a%26b%3D%22%3E%3Cc+d\n`);
    expect(html).not.toContain('<c');
  });

  it('sends no mail with a link that leads nowhere', async () => {
    const { transport, mailer } = open();
    await expect(mailer.send(anAccountMail({ link: null }))).rejects.toThrow('confirm-email');
    expect(transport.sent).toEqual([]);
  });

  it('logs a refusal without saying for whom the mail was, and what it said', async () => {
    const stream = new PassThrough();
    const logger = createLogger({ service: 'spec', level: 'debug', stream });
    const mailer = new PlatformAccountMailer(new FakeMailTransport(), URL_OF_SITE, logger);
    await mailer.send(anAccountMail({ id: 'mail-7', to: 'ann@nowhere.example' }));
    const line = String(stream.read());
    expect(JSON.parse(line)).toMatchObject({
      'log.level': 'warn',
      'event.action': 'mail-refused',
      'message.id': 'mail-7',
      'error.message': '550 no such mailbox',
    });
    expect(line).not.toMatch(/ann|signature/);
  });
});
