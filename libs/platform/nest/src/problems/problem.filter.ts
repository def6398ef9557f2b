import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/logger';
import { isOutage } from './outage';
import { PROBLEM_TYPE, problemBody, refusalOf } from './problem';
import { ProblemException } from './problem-exception';

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
    const [instance] = request.url.split('?', 1);
    void reply
      .status(problem.status)
      .headers(problem.headers)
      .type(PROBLEM_TYPE)
      .send(problemBody(problem, { instance, traceId: request.trace.traceId }));
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
  return refusalOf(status);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error) return Number(error.statusCode);
  return 500;
}
