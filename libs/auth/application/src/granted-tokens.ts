import type { SessionTokens } from '@job-scope/auth-ports';

/** Where a request came from, as far as it says. */
export interface RequestClient {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** The two tokens of a session, and for how many whole seconds each is good. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly accessExpiresIn: number;
  readonly refreshToken: string;
  readonly refreshExpiresIn: number;
}

export const grantTokens = (tokens: SessionTokens, now: Date): GrantedTokens => ({
  accessToken: tokens.accessToken,
  accessExpiresIn: secondsUntil(tokens.accessExpiresAt, now),
  refreshToken: tokens.refreshToken,
  refreshExpiresIn: secondsUntil(tokens.refreshExpiresAt, now),
});

const secondsUntil = (moment: Date, now: Date): number =>
  Math.max(0, Math.round((moment.getTime() - now.getTime()) / 1000));
