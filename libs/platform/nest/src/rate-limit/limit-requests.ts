import type { FastifyInstance, FastifyRequest, onSendHookHandler, preParsingHookHandler } from 'fastify';
import { policyItem, stateItem, tooManyRequests } from './rate-limit-headers';
import { clientNetwork } from './rate-limit-key';
import type { RateLimitState } from './rate-limits';
import type { ReconciledRateLimit } from './reconciled-rate-limit';

declare module 'fastify' {
  interface FastifyRequest {
    rateLimit: RateLimitState | undefined;
  }
}

/**
 * Counts every request that reaches a route below one of these prefixes, by its user or, of who is anonymous, by the
 * client's address; before its body is read. Says in each answer how the limit stands, beside what another service says
 * of its own. What authentication refuses is answered before, and not counted. Must be called before these routes are
 * registered.
 */
export const limitRequests = (
  fastify: FastifyInstance,
  limit: ReconciledRateLimit,
  prefixes: readonly string[],
): void => {
  const policy = policyItem(limit.name, limit.policy);

  const count: preParsingHookHandler = (request, _reply, payload, done) => {
    const state = limit.take(clientOf(request));
    request.rateLimit = state;
    done(state.allowed ? null : tooManyRequests(state), payload);
  };

  const tell: onSendHookHandler = (request, reply, payload, done) => {
    const state = request.rateLimit;
    if (state !== undefined) {
      reply.header('ratelimit-policy', joined(policy, reply.getHeader('ratelimit-policy')));
      reply.header('ratelimit', joined(stateItem(limit.name, state), reply.getHeader('ratelimit')));
    }
    done(null, payload);
  };

  fastify.decorateRequest('rateLimit', undefined);
  fastify.addHook('onRoute', (route) => {
    if (!prefixes.some((prefix) => route.url.startsWith(prefix))) return;
    route.preParsing = [count, ...[route.preParsing ?? []].flat()];
    route.onSend = [...[route.onSend ?? []].flat(), tell];
  });
};

/**
 * Counts everything by the client's address, before anything else is done for it: what is refused, renewed or looked up
 * in vain costs something too. Meant to be generous, as many people may share an address.
 */
export const limitAddresses = (fastify: FastifyInstance, limit: ReconciledRateLimit): void => {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const state = limit.take(`address:${clientNetwork(request.ip)}`);
    done(state.allowed ? undefined : tooManyRequests(state));
  });
};

const clientOf = ({ principal, ip }: FastifyRequest): string =>
  principal.kind === 'user' ? `user:${principal.id}` : `address:${clientNetwork(ip)}`;

const joined = (item: string, others: string | number | readonly string[] | undefined): string =>
  others === undefined ? item : [item, ...[others].flat()].join(', ');
