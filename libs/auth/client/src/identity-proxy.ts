import { IDENTITY_ROUTES, type IdentityAccess, type IdentityRoute } from '@job-scope/auth-contracts';
import { ProblemException, type AccessPolicy } from '@job-scope/platform-nest';
import replyFrom from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forwardedHeaders } from './forwarded-headers';
import { CONNECT_TIMEOUT_MS, DEFAULT_TIMEOUT_MS, IDENTITY_BODY_LIMIT, type IdentityOptions } from './identity-options';
import { hasTimedOut, toUpstreamProblem } from './upstream-failure';

type ProxyOptions = Pick<IdentityOptions, 'authServiceUrl' | 'logger' | 'secureCookies' | 'timeoutMs'>;

const RETRY_DELAY_MS = 50;
const IDEMPOTENT = new Set(['GET', 'HEAD', 'DELETE']);

const POLICIES: Readonly<Record<IdentityAccess, AccessPolicy>> = {
  open: { open: true },
  authenticated: { authenticated: true },
  superuser: { superuser: true },
};

/**
 * Passes identity requests on to auth-service: those it is known to serve and no other. Whoever may not send one is
 * refused here already, but auth-service decides for itself all the same: it trusts no header of ours.
 */
export const registerIdentityProxy = async (fastify: FastifyInstance, options: ProxyOptions): Promise<void> => {
  const { authServiceUrl, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const undici = {
    connections: 64,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  };
  const base = new URL(authServiceUrl).origin;
  await fastify.register(replyFrom, { base, undici, destroyAgent: true, disableRequestLogging: true });
  for (const route of IDENTITY_ROUTES) {
    fastify.route({
      method: route.method,
      url: route.path,
      bodyLimit: IDENTITY_BODY_LIMIT,
      config: { accessControl: POLICIES[route.access] },
      handler: (request, reply) => forward(request, reply, route, options),
    });
  }
};

const forward = (
  request: FastifyRequest,
  reply: FastifyReply,
  { readsRefreshCookie }: IdentityRoute,
  { authServiceUrl, logger, secureCookies }: ProxyOptions,
): FastifyReply => {
  const path = request.url.split('?', 1)[0] ?? '';
  // A path that a URL parser changes, as by its `..`, would reach something else than the route that matched.
  if (new URL(path, authServiceUrl).pathname !== path) {
    throw new ProblemException(404, 'not-found', { detail: 'Nothing is served under this method and path.' });
  }
  return reply.from(path, {
    ...(request.body !== undefined && { body: JSON.stringify(request.body), contentType: 'application/json' }),
    rewriteRequestHeaders: (_request, { host }) => ({
      ...forwardedHeaders(request, secureCookies, readsRefreshCookie === true),
      host,
    }),
    retryDelay: ({ err, req, attempt }) =>
      err && attempt === 0 && IDEMPOTENT.has(req.method) && !hasTimedOut(err) ? RETRY_DELAY_MS : null,
    onError: (failed, { error }) => {
      logger.warn('auth-service did not answer', { 'event.action': 'identity-proxy-failed', error });
      failed.send(toUpstreamProblem(error));
    },
  });
};
