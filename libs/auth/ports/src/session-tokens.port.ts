import { portToken } from '@job-scope/kernel';
import type { PresentedToken, Session } from '@job-scope/auth-domain';

export interface SessionTokens {
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

/** Signs the tokens of a session's current generation and issue. */
export interface SessionTokenIssuer {
  issue(session: Session): Promise<SessionTokens>;
}

export const SESSION_TOKEN_ISSUER = portToken<SessionTokenIssuer>('auth/SessionTokenIssuer');

export interface RefreshTokenClaims extends PresentedToken {
  readonly sessionId: string;
  readonly userId: string;
}

export interface RefreshTokenReader {
  /** What a refresh token says; undefined if it is not one of ours, has expired, or is an access token. */
  read(token: string): Promise<RefreshTokenClaims | undefined>;
}

export const REFRESH_TOKEN_READER = portToken<RefreshTokenReader>('auth/RefreshTokenReader');
