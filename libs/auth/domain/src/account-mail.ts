export type MailLanguage = 'ru' | 'en';

/** What a link in a mail lets its reader do. */
export type MailLinkPurpose = 'confirm-email' | 'reset-password';

/** The mails that an account brings. */
export type AccountMailKind =
  | 'confirm-email'
  | 'already-registered'
  | 'reset-password'
  /** For somebody a superuser has made an account for. */
  | 'set-password'
  | 'confirm-new-email'
  /** To the old address. */
  | 'email-changed'
  | 'password-changed';

export interface MailLink {
  readonly purpose: MailLinkPurpose;
  /** How long the link is good, in hours. */
  readonly hours: number;
}

const LINKS: Readonly<Partial<Record<AccountMailKind, MailLink>>> = {
  'confirm-email': { purpose: 'confirm-email', hours: 24 },
  'confirm-new-email': { purpose: 'confirm-email', hours: 24 },
  'reset-password': { purpose: 'reset-password', hours: 1 },
  'set-password': { purpose: 'reset-password', hours: 72 },
};

/** The link that the mail carries; undefined if it only tells something. */
export const mailLinkOf = (kind: AccountMailKind): MailLink | undefined => LINKS[kind];
