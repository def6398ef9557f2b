import {
  allowsTransport,
  sessionCookieNames,
  type SessionCookieNames,
  type TransportSettings,
} from '@job-scope/auth-contracts';
import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

/** The access tokens of a request, in the order they are tried: the cookie's, then the header's. */
export const accessTokensOf = (request: FastifyRequest, settings: TransportSettings): readonly string[] => {
  const { transport, secureCookies } = settings;
  const cookie = allowsTransport(transport, 'cookie') ? tokenInCookie(request, secureCookies, 'access') : undefined;
  const bearer = allowsTransport(transport, 'header') ? bearerOf(request) : undefined;
  return [cookie, bearer].filter((token) => token !== undefined);
};

/** Base64url and dots: what a token is made of. */
const TOKEN = /^[\w.-]{1,2048}$/;

/** A token that came in a cookie; undefined as well for what can be none, which must not get into a header of ours. */
export const tokenInCookie = (
  { cookies }: FastifyRequest,
  secure: boolean,
  kind: keyof SessionCookieNames,
): string | undefined => {
  const value = cookies[sessionCookieNames(secure)[kind]];
  return value !== undefined && TOKEN.test(value) ? value : undefined;
};

/** RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1), but no other scheme will do. */
const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +([^\s]+)$/i.exec(headers.authorization ?? '')?.[1];
