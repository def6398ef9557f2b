import { STATUS_CODES } from 'node:http';
import { ProblemException } from './problem-exception';

/** What the framework and Node refuse by themselves. The details are ours: theirs repeat what the client sent. */
const REFUSALS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['bad-request', 'The request, its URL, a parameter of it or its JSON is malformed.'],
  404: ['not-found', 'Nothing is served under this method and path.'],
  408: ['request-timeout', 'The request did not arrive in time.'],
  413: ['body-too-large', 'The body is larger than is accepted here.'],
  415: ['unsupported-media-type', 'The body must be application/json.'],
  431: ['headers-too-large', 'The URL and the headers are larger than is accepted here.'],
};

/** What a status says that is not ours. */
export const refusalOf = (status: number): ProblemException => {
  const [code, detail] = REFUSALS[status] ?? ['request-refused', undefined];
  return new ProblemException(status, code, { detail });
};

export const PROBLEM_TYPE = 'application/problem+json';

export interface Occurrence {
  readonly traceId: string;
  /** The path that was asked, if it is known. */
  readonly instance?: string;
}

/** The body of the answer (RFC 9457). */
export const problemBody = (problem: ProblemException, { traceId, instance }: Occurrence): string => {
  const { status, code, detail, errors } = problem;
  const type = `urn:job-scope:problem:${code}`;
  return JSON.stringify({ type, title: titleOf(status), status, code, detail, instance, traceId, errors });
};

export const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';
