import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Logger } from '../logging/logger';
import { isOutage } from './outage';
import { ProblemException } from './problem-exception';

/** What the framework itself refuses. The details are ours: the framework's repeat what the client sent. */
const REFUSALS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['bad-request', 'The body is not valid JSON, or the URL or a parameter of it is malformed.'],
  404: ['not-found', 'Nothing is served under this method and path.'],
  413: ['body-too-large', 'The body is larger than is accepted here.'],
  414: ['url-too-long', 'A part of the URL is longer than is accepted here.'],
  415: ['unsupported-media-type', 'The body must be application/json.'],
};

/** Answers everything thrown while a request is handled as `application/problem+json` (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    if (problem.status >= 500) {
      this.logger.error('request failed', {
        'event.action': 'request-failed',
        'trace.id': request.trace.traceId,
        error,
      });
    }
    if (reply.raw.headersSent) {
      // Too late for another answer: a broken connection at least is no complete one.
      reply.raw.destroy();
      return;
    }
    const { status, code, detail, errors, headers } = problem;
    void reply
      .status(status)
      .headers(headers)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:job-scope:problem:${code}`,
          title: STATUS_CODES[status] ?? 'Error',
          status,
          code,
          detail,
          instance: request.url.split('?', 1)[0],
          traceId: request.trace.traceId,
          errors,
        }),
      );
  }
}

function toProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (isOutage(error)) {
    const detail = 'Something that this request needs is away for the moment.';
    return new ProblemException(503, 'unavailable', { detail, headers: { 'retry-after': '5' } });
  }
  const status = statusOf(error);
  if (status < 400 || status > 499) {
    const detail = 'The request failed. The operators can find it by its traceId.';
    return new ProblemException(500, 'internal-error', { detail });
  }
  const [code, detail] = REFUSALS[status] ?? ['request-refused', undefined];
  return new ProblemException(status, code, { detail });
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error) return Number(error.statusCode);
  return 500;
}
