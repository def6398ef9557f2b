import { ProblemException } from '@job-scope/platform-nest';

const TIMED_OUT = new Set(['FST_REPLY_FROM_GATEWAY_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** The request never arrived. */
const UNREACHABLE = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'FST_REPLY_FROM_SERVICE_UNAVAILABLE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What to answer when auth-service did not. */
export const toUpstreamProblem = (error: unknown): ProblemException => {
  const codes = codesOf(error);
  if (codes.some((code) => TIMED_OUT.has(code))) {
    return new ProblemException(504, 'auth.timeout', { detail: 'auth-service did not answer in time.' });
  }
  if (codes.some((code) => UNREACHABLE.has(code))) {
    return new ProblemException(503, 'auth.unavailable', {
      detail: 'auth-service cannot be reached right now.',
      headers: { 'retry-after': '5' },
    });
  }
  return new ProblemException(502, 'auth.bad-gateway', { detail: 'auth-service broke off its answer.' });
};

/** Of the error and of what caused it. */
const codesOf = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return [...(typeof code === 'string' ? [code] : []), ...codesOf(cause)];
};
