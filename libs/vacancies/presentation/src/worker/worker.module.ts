import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Logger } from '@job-scope/platform-nest';
import type { QueueOptions } from 'bullmq';
import { DeadLetterGauge } from './dead-letter-gauge';
import { Exporter } from './exporter';
import { IndexGauges } from './index-gauges';
import { IndexOperator } from './index-operator';
import { LostWorkRecoverer } from './lost-work-recoverer';
import { OutboxGauges } from './outbox-gauges';
import { OutboxRelay } from './outbox-relay';
import { ReferenceDataRefresher } from './reference-data-refresher';
import { RunHistoryForgetter } from './run-history-forgetter';
import { SearchIndexPreparer } from './search-index-preparer';
import { collectionProcessorOf } from './source-processor';
import { WORKER_LOGGER } from './tokens';

export interface WorkerModuleOptions {
  /** The use cases that processors and loops call, each provided by its class. */
  readonly useCases: readonly Provider[];
  /** Where the queues are. */
  readonly queue: QueueOptions;
  /** One queue, and one processor, for each. */
  readonly sources: readonly string[];
  readonly logger: Logger;
  /** Before the second attempt of a job; 2 s by default. */
  readonly firstRetryMs?: number;
  /** A job that takes longer is stopped and tried again; an hour by default. */
  readonly jobTimeLimitMs?: number;
  /** How long a source that cannot serve us is asked again before a job is given up; six hours by default. */
  readonly outagePatienceMs?: number;
  /** How long a job of a dead worker is left alone; 10 s by default. */
  readonly lockMs?: number;
  /** How many workers may die at a job before it is given up; 20 by default. */
  readonly maxDeaths?: number;
}

const FIRST_RETRY_MS = 2_000;
const TIME_LIMIT_MS = 3_600_000;
const OUTAGE_PATIENCE_MS = 6 * 3_600_000;
const LOCK_MS = 10_000;
/** Restarts of workers are no fault of the job; one that kills them all the same is stopped in the end. */
const MAX_DEATHS = 20;

/** The worker's inbound side: job processors, and the relay of the outbox. */
@Module({})
export class WorkerModule {
  static register({
    useCases,
    queue,
    sources,
    logger,
    firstRetryMs = FIRST_RETRY_MS,
    jobTimeLimitMs: timeLimitMs = TIME_LIMIT_MS,
    outagePatienceMs = OUTAGE_PATIENCE_MS,
    lockMs = LOCK_MS,
    maxDeaths = MAX_DEATHS,
  }: WorkerModuleOptions): DynamicModule {
    return {
      module: WorkerModule,
      // Registering no queue still brings what starts the processors.
      imports: [BullModule.forRoot(queue), BullModule.registerQueue()],
      providers: [
        ...useCases,
        { provide: WORKER_LOGGER, useValue: logger },
        ...sources.map((source) =>
          collectionProcessorOf(source, { firstRetryMs, timeLimitMs, outagePatienceMs, lockMs, maxDeaths }),
        ),
        OutboxRelay,
        LostWorkRecoverer,
        OutboxGauges,
        ReferenceDataRefresher,
        DeadLetterGauge,
        SearchIndexPreparer,
        IndexOperator,
        Exporter,
        RunHistoryForgetter,
        IndexGauges,
      ],
    };
  }
}
