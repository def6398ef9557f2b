import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/logger';
import { histogram } from '../metrics';

/** Logs and measures every answered request by its route template: raw paths are unbounded and may hold secrets. */
export function observeRequests(fastify: FastifyInstance, logger: Logger): void {
  const duration = histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of answered HTTP requests by route template; its count gives rate and errors.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    logger.info(`${request.method} ${route} ${reply.statusCode}`, fieldsOf(request, reply, route));
    done();
  });
}

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? '(no route)';

const fieldsOf = (request: FastifyRequest, reply: FastifyReply, route: string) => ({
  'event.action': 'request-answered',
  'trace.id': request.trace.traceId,
  'http.request.method': request.method,
  'http.route': route,
  'http.response.status_code': reply.statusCode,
  'event.duration': Math.round(reply.elapsedTime * 1e6),
});
