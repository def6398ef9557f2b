import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { AppControllerRoute } from '@bull-board/api/typings/app';
import { FastifyAdapter } from '@bull-board/fastify';
import { collectionQueueOf } from '@job-scope/vacancies-contracts';
import { SOURCE_NAMES } from '@job-scope/vacancies-domain';
import { Queue } from 'bullmq';
import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import type { QueueBackend } from '../bullmq';

/** Versions, memory and connections of the queue server: there are better tools for that. */
const SERVER_DETAILS = '/api/redis/stats';

/** Serves what is read. What changes queues behind the back of the runs is not served at all. */
class ReadingAdapter extends FastifyAdapter {
  override setApiRoutes(routes: AppControllerRoute[]): FastifyAdapter {
    const isServed = ({ method, route }: AppControllerRoute) =>
      [method].flat().every((each) => each === 'get') && route !== SERVER_DETAILS;
    return super.setApiRoutes(routes.filter(isServed));
  }

  /** Without an error handler of its own: refusals and outages look as they do everywhere else. */
  override registerPlugin(): FastifyPluginCallback {
    const plugin = super.registerPlugin();
    return (fastify, options, done) => {
      const scope: FastifyInstance = Object.create(fastify, { setErrorHandler: { value: () => scope } });
      plugin(scope, options, done);
    };
  }
}

/** The queues, to look at: a Bull Board for a server to register. */
export class QueueBoard {
  constructor(private readonly queues: readonly Queue[]) {}

  /** `onError` hears of the queue server being away. */
  static on({ producer }: QueueBackend, onError: (error: Error) => void): QueueBoard {
    // A queue that is only looked at must not write by what version of BullMQ it was made.
    const options = { ...producer, skipMetasUpdate: true };
    const queues = SOURCE_NAMES.map((source) => new Queue(collectionQueueOf(source), options));
    for (const queue of queues) queue.on('error', onError);
    return new QueueBoard(queues);
  }

  /** A plugin that serves it below `path`, which must be the prefix that it is registered with. */
  pluginAt(path: string): FastifyPluginCallback {
    const serverAdapter = new ReadingAdapter().setBasePath(path);
    createBullBoard({
      queues: this.queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
      serverAdapter,
      options: { uiConfig: { boardTitle: 'Job Scope queues', hideRedisDetails: true } },
    });
    return serverAdapter.registerPlugin();
  }

  async close(): Promise<void> {
    await Promise.all(this.queues.map((queue) => queue.close()));
  }
}
