import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { continueTrace, runInTrace, toTraceparent, type TraceContext } from '../tracing';

declare module 'fastify' {
  interface FastifyRequest {
    trace: TraceContext;
  }
}

/** Puts every request into the trace its `traceparent` names, or into a new one, and tells it in the answer. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    beginTrace(request, reply);
    runInTrace(request.trace, done);
  });
}

export function beginTrace(request: FastifyRequest, reply: FastifyReply): void {
  const { traceparent } = request.headers;
  request.trace = continueTrace(typeof traceparent === 'string' ? traceparent : null);
  reply.header('traceparent', toTraceparent(request.trace));
}
