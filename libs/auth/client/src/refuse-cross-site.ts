import { ProblemException } from '@job-scope/platform-nest';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** RFC 9110 §9.2.1: these change nothing. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page has a browser send, with cookies or without: a forged login has none.
 */
export const refuseCrossSite = (fastify: FastifyInstance, allowedOrigins: readonly string[]): void => {
  fastify.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method)) return;
    if (!isAllowed(request, allowedOrigins)) {
      throw new ProblemException(403, 'cross-site-request', { detail: 'Another site may not send this request.' });
    }
    // A form can send other types across sites without asking first; JSON it cannot.
    if (hasBody(request) && !isJson(request)) {
      throw new ProblemException(415, 'unsupported-media-type', { detail: 'The body must be application/json.' });
    }
  });
};

/**
 * Browsers tell by `Sec-Fetch-Site`, older ones by `Origin`, and no page can change either; `none` is the user's own
 * doing. Programs send neither.
 */
const isAllowed = ({ headers }: FastifyRequest, allowedOrigins: readonly string[]): boolean => {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && allowedOrigins.includes(origin)) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
};

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const isJson = ({ headers }: FastifyRequest): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
