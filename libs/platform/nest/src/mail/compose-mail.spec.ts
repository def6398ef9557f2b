import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { composeMail } from './compose-mail';
import { MailRefusedError } from './mail';
import { aMail, FROM } from './mail-transport.suite';
import { readMail } from './received-mail.fixture';

const HEADERS = [
  ...['from', 'to', 'subject', 'message-id', 'date', 'auto-submitted'],
  ...['mime-version', 'content-type', 'content-transfer-encoding'],
];

const compose = async (mail: ReturnType<typeof aMail>) => {
  const message = new MailComposer(composeMail(mail, FROM)).compile();
  return { envelope: message.getEnvelope(), mail: readMail(await message.build()) };
};

/** Any text, and such as an attacker would try. */
const hostile = (good: string) =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          '\0',
          ' ',
          ',',
          ';',
          ':',
          '<',
          '>',
          '"',
          '=?utf-8?Q?=0D=0A?=',
          good,
          'ü',
          '\u2028',
          '\u0085',
          '@',
          'Bcc: e@x',
        ),
      )
      .map((parts) => parts.join('')),
  );

describe('composeMail', () => {
  it('adds no header and no recipient, whatever the address and the subject are', async () => {
    let [passed, refused] = [0, 0];
    const mails = fc.record({ to: fc.oneof(hostile('ann@example.com'), fc.emailAddress()), subject: hostile('Hello') });
    await fc.assert(
      fc.asyncProperty(mails, async ({ to, subject }) => {
        try {
          const { envelope, mail } = await compose(aMail({ to, subject, text: 'x' }));
          expect(mail.headers.toSorted()).toEqual(
            HEADERS.filter((name) => name !== 'subject' || subject.trim() !== '').toSorted(),
          );
          expect(envelope.to).toHaveLength(1);
          expect(mail.header('to')).toBe(envelope.to[0]);
          passed += 1;
        } catch (error) {
          if (!(error instanceof MailRefusedError)) throw error;
          refused += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(passed, refused)).toBeGreaterThan(50);
  });

  it('keeps a subject of one line as it is', async () => {
    const subjects = fc
      .string({ unit: 'grapheme' })
      .filter((text) => /^\S/.test(text) && !/\p{Z}{2}|\p{Z}$|\p{C}|\p{Zl}|\p{Zp}/u.test(text));
    await fc.assert(
      fc.asyncProperty(subjects, async (subject) => {
        expect((await compose(aMail({ subject }))).mail.header('subject')).toBe(subject);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', 'Job Scope', 'no-reply', 'no-reply@'])('refuses a sender that is no address: %j', (from) => {
    expect(() => composeMail(aMail(), from)).toThrow('Name <name@domain>');
  });

  it('makes the Message-ID of the address of the sender', () => {
    expect(composeMail(aMail({ id: 'a' }), 'no-reply@localhost').messageId).toBe('<a@localhost>');
    expect(composeMail(aMail({ id: 'a' }), 'Job Scope <no-reply@jobs.example>').messageId).toBe('<a@jobs.example>');
  });
});
