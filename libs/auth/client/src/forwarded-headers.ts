import { AUTH_PATHS, sessionCookieNames } from '@job-scope/auth-contracts';
import { toTraceparent } from '@job-scope/platform-nest';
import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * All that auth-service hears of a request. What else a client sends, such as a made-up identity, ends here; so do
 * `Origin` and its like, which the gateway has judged by its own host name.
 */
const PASSED_ON = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'if-match',
  'if-none-match',
  'user-agent',
] as const;

/** Only where it is used up or ended: elsewhere the refresh token is nobody's business. */
const WITH_REFRESH_COOKIE = new Set<string>([AUTH_PATHS.refresh, AUTH_PATHS.logout]);

export const forwardedHeaders = (request: FastifyRequest, secureCookies: boolean): IncomingHttpHeaders => {
  const { headers } = request;
  const cookie = sessionCookies(request, secureCookies);
  return {
    ...Object.fromEntries(PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))),
    ...(cookie && { cookie }),
    traceparent: toTraceparent(request.trace),
    'x-forwarded-for': request.ip,
  };
};

const sessionCookies = ({ cookies, url }: FastifyRequest, secureCookies: boolean): string => {
  const names = sessionCookieNames(secureCookies);
  const wanted = WITH_REFRESH_COOKIE.has(url.split('?', 1)[0] ?? '') ? [names.access, names.refresh] : [names.access];
  return wanted.flatMap((name) => (cookies[name] ? [`${name}=${cookies[name]}`] : [])).join('; ');
};
