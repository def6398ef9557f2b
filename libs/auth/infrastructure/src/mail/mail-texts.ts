import type { AccountMailKind } from '@job-scope/auth-domain';

/** What a mail says. Its parts stand one under another, each a paragraph of its own. */
export interface MailText {
  readonly subject: string;
  /** What has happened, and what to do. */
  readonly about: string;
  /** What the link does; only for mails that carry one. */
  readonly action?: string;
  /** What to do if it was somebody else. */
  readonly otherwise: string;
}

export interface MailTexts {
  readonly greeting: (name: string | undefined) => string;
  readonly linkIsGood: (time: string) => string;
  readonly mails: Readonly<Record<AccountMailKind, MailText>>;
}
