import { sessionCookieNames } from '@job-scope/auth-contracts';
import type { GrantedTokens } from '@job-scope/auth-application';
import { fastifyCookie } from '@fastify/cookie';

/** `Set-Cookie` headers that hand the browser its tokens, out of reach of scripts. */
export const sessionCookies = (tokens: GrantedTokens, secure: boolean): readonly string[] => {
  const { access, refresh } = sessionCookieNames(secure);
  return [
    serialize(access, tokens.accessToken, tokens.accessExpiresIn, secure),
    serialize(refresh, tokens.refreshToken, tokens.refreshExpiresIn, secure),
  ];
};

/** `Set-Cookie` headers that take them away again; browsers match them by the same attributes. */
export const clearedCookies = (secure: boolean): readonly string[] => {
  const { access, refresh } = sessionCookieNames(secure);
  return [serialize(access, '', 0, secure), serialize(refresh, '', 0, secure)];
};

export const refreshCookieOf = (header: string | undefined, secure: boolean): string | undefined =>
  fastifyCookie.parse(header ?? '')[sessionCookieNames(secure).refresh] || undefined;

const serialize = (name: string, value: string, maxAge: number, secure: boolean): string =>
  fastifyCookie.serialize(name, value, { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge });
