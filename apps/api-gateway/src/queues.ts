import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyPluginCallback } from 'fastify';

/** Where the job queues can be looked at. */
export const QUEUES = '/queues';

/** The patterns of its page, which shows different things at different addresses; the rest are files and data. */
export const QUEUES_PAGES = [
  ...[QUEUES, `${QUEUES}/`, `${QUEUES}/job-schedulers`, `${QUEUES}/metrics-history`],
  ...[`${QUEUES}/queue/:queueName`, `${QUEUES}/queue/:queueName/:jobId`],
];

/**
 * Bull Board styles elements one by one, and finds its files by `<base>`. Its fonts are at Google: they stay away, so that
 * nobody else learns who looks at our queues.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes a plugin that serves the board below a path. */
export interface QueuePages {
  pluginAt(path: string): FastifyPluginCallback;
}

export const serveQueues = async (app: NestFastifyApplication, board: QueuePages): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (`${request.routeOptions.url}/`.startsWith(`${QUEUES}/`)) reply.header('content-security-policy', POLICY);
    done();
  });
  await fastify.register(board.pluginAt(QUEUES), { prefix: QUEUES });
};
