/** The only accepted signature algorithm of both tokens (RFC 7518 §3.4). */
export const TOKEN_ALGORITHM = 'ES256';
/** `typ` of an access token (RFC 9068 §2.1). */
export const ACCESS_TOKEN_TYPE = 'at+jwt';
/** `typ` of a refresh token: neither token passes for the other. */
export const REFRESH_TOKEN_TYPE = 'rt+jwt';
/** How far two clocks may differ before a fresh token is refused, in seconds. */
export const CLOCK_SKEW_SECONDS = 5;

/** What both tokens say. Times are in seconds since 1970. */
interface SessionTokenClaims {
  readonly iss: string;
  readonly aud: string;
  /** The user. */
  readonly sub: string;
  /** The session. */
  readonly sid: string;
  readonly jti: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  /** The session's generation it was made in. */
  readonly gen: number;
}

/** No role is in it: what the user may do stands in the session status alone. */
export type AccessTokenClaims = SessionTokenClaims;

/** Its audience is the issuer itself: only auth-service reads it. */
export interface RefreshTokenClaims extends SessionTokenClaims {
  /** Which token of its generation it is. */
  readonly isn: number;
}
