import { sessionCookieNames, type SessionCookieNames } from '@job-scope/auth-contracts';
import { toTraceparent } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';
import { tokenInCookie } from './session-credentials';

/**
 * All that auth-service hears of a request. What else a client sends, such as a made-up identity, ends here; so do
 * `Origin` and its like, which the gateway has judged by its own host name.
 */
const PASSED_ON = ['accept', 'authorization', 'content-type', 'if-match', 'if-none-match'] as const;

/** What tells of the sender: for the audit trail, the list of sessions, and the language of mails. */
const OF_SENDER = ['accept-language', 'user-agent'] as const;

type Headers = Record<string, string>;

/** Of a request as it is passed on. The refresh token is nobody's business save where it is used up or ended. */
export const forwardedHeaders = (request: FastifyRequest, secure: boolean, withRefreshCookie: boolean): Headers => ({
  ...picked(request, PASSED_ON),
  ...senderHeaders(request),
  ...cookieHeader(request, secure, withRefreshCookie ? ['access', 'refresh'] : ['access']),
});

/** Of a request that we make in a client's name. */
export const senderHeaders = (request: FastifyRequest): Headers => ({
  ...picked(request, OF_SENDER),
  traceparent: toTraceparent(request.trace),
  'x-forwarded-for': request.ip,
});

/** Its session cookies, those that it has. */
export const cookieHeader = (
  request: FastifyRequest,
  secure: boolean,
  wanted: readonly (keyof SessionCookieNames)[],
): Headers => {
  const pairs = wanted.flatMap((kind) => {
    const token = tokenInCookie(request, secure, kind);
    return token === undefined ? [] : [`${sessionCookieNames(secure)[kind]}=${token}`];
  });
  return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
};

const picked = ({ headers }: FastifyRequest, names: readonly (keyof FastifyRequest['headers'])[]): Headers =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));
