import { ProblemException } from '@job-scope/platform-nest';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a page of ours posts here is a form, and nothing else is taken. */
    takesForm?: true;
    /** The address itself is the right to do this, and no cookie counts: anybody may send it, with any body or none. */
    rightIsInAddress?: true;
  }
}

/** RFC 9110 §9.2.1: these change nothing. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page has a browser send, with cookies or without: a forged login has none.
 */
export const refuseCrossSite = (fastify: FastifyInstance, allowedOrigins: readonly string[]): void => {
  fastify.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method)) return;
    const { takesForm = false, rightIsInAddress = false } = request.routeOptions.config;
    if (rightIsInAddress) return;
    if (!(takesForm ? isOfOurPage(request) : isAllowed(request, allowedOrigins))) {
      throw new ProblemException(403, 'cross-site-request', { detail: 'Another site may not send this request.' });
    }
    // A form can send other types across sites without asking first; JSON it cannot.
    const type = takesForm ? FORM : JSON_TYPE;
    if (hasBody(request) && !type.test(request.headers['content-type'] ?? '')) {
      const detail = `The body must be ${takesForm ? 'a form' : 'application/json'}.`;
      throw new ProblemException(415, 'unsupported-media-type', { detail });
    }
  });
};

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Browsers tell by `Sec-Fetch-Site`, older ones by `Origin`, and no page can change either; `none` is the user's own
 * doing. Programs send neither.
 */
const isAllowed = (request: FastifyRequest, allowedOrigins: readonly string[]): boolean => {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined && allowedOrigins.includes(origin)) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || isOurs(origin, request);
};

/** Forms are posted by browsers alone, and a form of another site is sent without a question: silence is no proof. */
const isOfOurPage = (request: FastifyRequest): boolean => {
  const { origin, 'sec-fetch-site': site } = request.headers;
  return site === undefined ? origin !== undefined && isOurs(origin, request) : site === 'same-origin';
};

const isOurs = (origin: string, { headers: { host } }: FastifyRequest): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
