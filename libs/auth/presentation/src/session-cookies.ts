import '@fastify/cookie';
import { sessionCookieNames } from '@job-scope/auth-contracts';
import type { GrantedTokens } from '@job-scope/auth-application';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Out of reach of scripts, and sent along with no request that another site makes, save for following a link. */
const attributesOf = (secure: boolean) => ({ httpOnly: true, secure, sameSite: 'lax', path: '/' }) as const;

export const setSessionCookies = (reply: FastifyReply, tokens: GrantedTokens, secure: boolean): void => {
  const names = sessionCookieNames(secure);
  const attributes = attributesOf(secure);
  reply.setCookie(names.access, tokens.accessToken, { ...attributes, maxAge: tokens.accessExpiresIn });
  reply.setCookie(names.refresh, tokens.refreshToken, { ...attributes, maxAge: tokens.refreshExpiresIn });
};

/** With the attributes they were set with: browsers match by them. */
export const clearSessionCookies = (reply: FastifyReply, secure: boolean): void => {
  const names = sessionCookieNames(secure);
  reply.clearCookie(names.access, attributesOf(secure));
  reply.clearCookie(names.refresh, attributesOf(secure));
};

export const refreshCookieOf = ({ cookies }: FastifyRequest, secure: boolean): string | undefined =>
  cookies[sessionCookieNames(secure).refresh] || undefined;
