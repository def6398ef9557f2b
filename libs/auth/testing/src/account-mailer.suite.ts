import { mailLinkOf, type AccountMailKind } from '@job-scope/auth-domain';
import type { AccountMail, AccountMailer } from '@job-scope/auth-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface AccountMailerHarness {
  /** There is no mailbox at all in the domain `nowhere.example`. */
  readonly mailer: AccountMailer;
  /** What has come into mailboxes. */
  arrived(): readonly Pick<AccountMail, 'id' | 'to'>[];
  setDown(down: boolean): void;
}

export const ACCOUNT_MAIL_KINDS: readonly AccountMailKind[] = [
  'confirm-email',
  'already-registered',
  'reset-password',
  'set-password',
  'confirm-new-email',
  'email-changed',
  'password-changed',
];

export const anAccountMail = (given: Partial<AccountMail> = {}): AccountMail => {
  const kind = given.kind ?? 'confirm-email';
  const link = mailLinkOf(kind);
  return {
    ...{ id: 'mail-1', kind, to: 'ann@example.com', displayName: null, language: 'en' },
    link: link ? { token: 'head.claims-_.signature', hours: link.hours } : null,
    ...given,
  };
};

const outcomeOf = (mailer: AccountMailer, mail: AccountMail): Promise<'sent' | 'refused' | 'failed'> =>
  mailer.send(mail).catch(() => 'failed');

export const accountMailerCases: readonly SuiteCase<AccountMailerHarness>[] = [
  {
    title: 'sends every kind of mail in every language',
    check: async ({ mailer, arrived }) => {
      const mails = ACCOUNT_MAIL_KINDS.flatMap((kind) =>
        (['en', 'ru'] as const).map((language) => anAccountMail({ id: `${kind}-${language}`, kind, language })),
      );
      for (const mail of mails) expect(await mailer.send(mail)).toBe('sent');
      expect(arrived()).toMatchObject(mails.map(({ id, to }) => ({ id, to })));
    },
  },
  {
    title: 'says that a mail is refused, and sends the next',
    check: async ({ mailer, arrived }) => {
      expect(await mailer.send(anAccountMail({ to: 'ann@nowhere.example' }))).toBe('refused');
      expect(arrived()).toEqual([]);
      expect(await mailer.send(anAccountMail())).toBe('sent');
    },
  },
  {
    title: 'fails while no mail can be sent, without calling that a refusal',
    check: async ({ mailer, arrived, setDown }) => {
      setDown(true);
      expect(await outcomeOf(mailer, anAccountMail())).toBe('failed');
      expect(arrived()).toEqual([]);
      setDown(false);
      expect(await outcomeOf(mailer, anAccountMail())).toBe('sent');
      expect(arrived()).toHaveLength(1);
    },
  },
];

export const describeAccountMailer = (name: string, open: OpenHarness<AccountMailerHarness>): void =>
  describeSuite(name, accountMailerCases, open);
