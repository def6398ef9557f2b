import { AUTH_PATHS, sessionCookieNames } from '@job-scope/auth-contracts';
import type { Clock } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tokenInCookie } from './session-credentials';
import type { SessionRenewer } from './session-renewer';
import { authUnavailable } from './upstream-failure';

declare module 'fastify' {
  interface FastifyRequest {
    /** `Set-Cookie` lines for the answer, unless it sets session cookies of its own. */
    renewedCookies: readonly string[] | null;
  }
}

export interface SessionRenewal {
  readonly renewer: Pick<SessionRenewer, 'renew'>;
  readonly secureCookies: boolean;
  /** The patterns of the routes of pages; those of the API are renewed anyway. */
  readonly pages: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** They make sessions and end them themselves. */
const OWN_BUSINESS = new Set<string>([AUTH_PATHS.login, AUTH_PATHS.refresh, AUTH_PATHS.logout]);

/**
 * Renews an expired session on the way, so that its owner need not log in every 15 minutes. Only on routes of the API
 * and of pages: files, health, HEAD and unknown paths cost no session a refresh. Register it after cookies are read;
 * routes authenticate in hooks of their own, which come later.
 */
export const renewSessions = (fastify: FastifyInstance, renewal: SessionRenewal): void => {
  const { renewer, secureCookies, clock, logger } = renewal;
  const names = sessionCookieNames(secureCookies);
  const pages = new Set(renewal.pages);

  const clearing = (name: string): string =>
    fastify.serializeCookie(name, '', { httpOnly: true, secure: secureCookies, sameSite: 'lax', path: '/', maxAge: 0 });

  const isRenewable = ({ method, routeOptions: { url = '' } }: FastifyRequest): boolean =>
    url.startsWith('/api/') ? method !== 'HEAD' && !OWN_BUSINESS.has(url) : method === 'GET' && pages.has(url);

  const renew = async (request: FastifyRequest, refreshToken: string): Promise<void> => {
    try {
      const renewed = await renewer.renew(refreshToken, request);
      Object.assign(request.cookies, { [names.access]: renewed?.accessToken, [names.refresh]: renewed?.refreshToken });
      request.renewedCookies = renewed?.setCookies ?? [names.access, names.refresh].map(clearing);
    } catch (error) {
      logger.warn('a session could not be renewed', { 'event.action': 'session-renewal-failed', error });
      // Open routes go on without; the browser keeps its cookies for when auth-service is back.
      if (!isOpen(request)) throw authUnavailable();
    }
  };

  fastify.decorateRequest('renewedCookies', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const refreshToken = tokenInCookie(request, secureCookies, 'refresh');
    const isIdle = !refreshToken || !isRenewable(request) || isAlive(request.cookies[names.access], clock);
    if (isIdle) return done();
    renew(request, refreshToken).then(() => done(), done);
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (request.renewedCookies && !setsSession(reply, Object.values(names))) {
      // Nobody else may be given what is kept of this answer.
      reply.header('set-cookie', [...request.renewedCookies]).header('cache-control', 'no-store');
    }
    done();
  });
};

/** Looks at nothing but the end: whether the token is good is not decided here. */
const isAlive = (token: string | undefined, clock: Clock): boolean => {
  try {
    const { exp } = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as { exp?: unknown };
    return typeof exp === 'number' && clock.now().getTime() < exp * 1000;
  } catch {
    return false;
  }
};

const isOpen = ({ routeOptions }: FastifyRequest): boolean => 'open' in (routeOptions.config.accessControl ?? {});

const setsSession = (reply: FastifyReply, names: readonly string[]): boolean =>
  [reply.getHeader('set-cookie') ?? []].flat().some((line) => names.some((name) => `${line}`.startsWith(`${name}=`)));
