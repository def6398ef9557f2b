import { ProblemException } from '@job-scope/platform-nest';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** RFC 9110 §9.2.1: these change nothing. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that a page of another site makes with the reader's cookies, before anything else is done
 * with them. Programs send neither `Origin` nor `Sec-Fetch-Site` and pass. `allowedOrigins` are our own other front ends.
 */
export const refuseCrossSite = (fastify: FastifyInstance, allowedOrigins: readonly string[]): void => {
  fastify.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method)) return;
    if (!isAllowed(request, allowedOrigins) && !isSameOrigin(request)) {
      throw new ProblemException(403, 'cross-site-request', { detail: 'Another site may not send this request.' });
    }
    // A form can send other types across sites without asking first; JSON it cannot.
    if (!/^(application\/json *(;|$)|$)/i.test(request.headers['content-type'] ?? '')) {
      throw new ProblemException(415, 'unsupported-media-type', { detail: 'The body must be application/json.' });
    }
  });
};

const isAllowed = ({ headers: { origin } }: FastifyRequest, allowedOrigins: readonly string[]): boolean =>
  origin !== undefined && allowedOrigins.includes(origin);

/** The scheme is left to `Sec-Fetch-Site`: behind a proxy that ends TLS it is not known here. */
const isSameOrigin = ({ headers: { origin, host, 'sec-fetch-site': site } }: FastifyRequest): boolean =>
  (site === undefined || site === 'same-origin' || site === 'none') &&
  (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host));
