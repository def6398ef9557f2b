import { ProblemException } from '@job-scope/platform-nest';

const TIMED_OUT = new Set([
  'FST_REPLY_FROM_GATEWAY_TIMEOUT',
  'TimeoutError',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

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

const AGAIN = { 'retry-after': '5' };

export const authUnavailable = (): ProblemException =>
  new ProblemException(503, 'auth.unavailable', {
    detail: 'auth-service does not answer right now.',
    headers: AGAIN,
  });

/** It answered, but not what it should. */
export const authBadGateway = (detail: string): ProblemException =>
  new ProblemException(502, 'auth.bad-gateway', { detail, headers: AGAIN });

/** Then another try would only wait as long again. */
export const hasTimedOut = (error: unknown): boolean => marksOf(error).some((mark) => TIMED_OUT.has(mark));

/** What to answer when auth-service did not. */
export const toUpstreamProblem = (error: unknown): ProblemException => {
  if (hasTimedOut(error) || marksOf(error).some((mark) => UNREACHABLE.has(mark))) return authUnavailable();
  return authBadGateway('auth-service broke off its answer.');
};

/** Codes and names, of the error and of what caused it. */
const marksOf = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  return [...[code, name].filter((mark) => typeof mark === 'string'), ...marksOf(cause)];
};
