import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from '@job-scope/platform-nest';
import type { QueueOptions } from 'bullmq';
import { collectionProcessorOf } from './collection.processor';
import { OutboxGauges } from './outbox-gauges';
import { OutboxRelay } from './outbox-relay';
import { WORKER_LOGGER } from './tokens';

export interface WorkerModuleOptions {
  /** Where the queues are. */
  readonly queue: QueueOptions;
  /** One queue, and one processor, for each. */
  readonly sources: readonly string[];
  readonly logger: Logger;
  /** Before the second attempt of a job; 2 s by default. */
  readonly firstRetryMs?: number;
}

const FIRST_RETRY_MS = 2_000;

/** The worker's inbound side: job processors and the relay of the outbox. Needs the use cases from a global module. */
@Module({})
export class WorkerModule {
  static register({ queue, sources, logger, firstRetryMs = FIRST_RETRY_MS }: WorkerModuleOptions): DynamicModule {
    return {
      module: WorkerModule,
      // Registering no queue still brings what starts the processors.
      imports: [BullModule.forRoot(queue), BullModule.registerQueue()],
      providers: [
        { provide: WORKER_LOGGER, useValue: logger },
        ...sources.map((source) => collectionProcessorOf(source, { firstRetryMs })),
        OutboxRelay,
        OutboxGauges,
      ],
    };
  }
}
