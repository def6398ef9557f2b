import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyPluginCallback } from 'fastify';
import { restrictPages } from './page-policy';

/** Where the job queues can be looked at. */
export const QUEUES = '/queues';

/** The patterns of its page, which shows different things at different addresses; the rest are files and data. */
export const QUEUES_PAGES = [
  ...[QUEUES, `${QUEUES}/`, `${QUEUES}/job-schedulers`, `${QUEUES}/metrics-history`],
  ...[`${QUEUES}/queue/:queueName`, `${QUEUES}/queue/:queueName/:jobId`],
];

/** Makes a plugin that serves the board below a path. */
export interface QueuePages {
  pluginAt(path: string): FastifyPluginCallback;
}

export const serveQueues = async (app: NestFastifyApplication, board: QueuePages): Promise<void> => {
  // It finds its files by `<base>`. Its fonts are at Google: they stay away, so that nobody else learns who looks at our queues.
  restrictPages(app, QUEUES, "'self'");
  await app.getHttpAdapter().getInstance().register(board.pluginAt(QUEUES), { prefix: QUEUES });
};
