import { portToken } from '@job-scope/kernel';
import type { MailLinkPurpose } from '@job-scope/auth-domain';

export interface MailLinkClaims {
  readonly userId: string;
  /** The address that reading the mail proves. */
  readonly email: string;
}

export interface ReadMailLink extends MailLinkClaims {
  /** Whether it was made for this very state of the user (`mailLinkState`). */
  isBoundTo(state: string): boolean;
}

/** The tokens in the links of mails: signed, and stored nowhere. */
export interface MailLinkTokens {
  issue(purpose: MailLinkPurpose, claims: MailLinkClaims, state: string, ttlMs: number): Promise<string>;
  /** Undefined if it is not one of ours, is for something else, or has expired. */
  read(purpose: MailLinkPurpose, token: string): Promise<ReadMailLink | undefined>;
}

export const MAIL_LINK_TOKENS = portToken<MailLinkTokens>('auth/MailLinkTokens');
