import { portToken } from '@job-scope/kernel';
import type { AccountMailKind, MailLanguage } from '@job-scope/auth-domain';

export interface AccountMail {
  /** The same for each repetition of one and the same mail. */
  readonly id: string;
  readonly kind: AccountMailKind;
  readonly to: string;
  readonly displayName: string | null;
  readonly language: MailLanguage;
  /** For the mail's link, if it has one (`mailLinkOf`), and for how many hours it is good. */
  readonly link: { readonly token: string; readonly hours: number } | null;
}

export interface AccountMailer {
  /** `refused` is final: there is no such mailbox. Throws while mail cannot be sent at all. */
  send(mail: AccountMail): Promise<'sent' | 'refused'>;
}

export const ACCOUNT_MAILER = portToken<AccountMailer>('auth/AccountMailer');
