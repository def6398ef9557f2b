import { Processor } from '@nestjs/bullmq';
import type { Type } from '@nestjs/common';
import { collectionQueueOf } from '@job-scope/vacancies-contracts';
import type { WorkerOptions } from 'bullmq';
import { retryDelay } from './collection-job.errors';
import { CollectionProcessor } from './collection.processor';

export interface ProcessorOptions {
  /** Before the second attempt of a job; later ones wait longer. */
  readonly firstRetryMs: number;
  /** A job that takes longer is stopped and tried again, as any that fails: without end, as long as it comes further. */
  readonly timeLimitMs: number;
  /** How long a source that cannot serve us is asked again before a job is given up, if it was tried often enough. */
  readonly outagePatienceMs: number;
  /** How long a job of a dead worker is left alone. */
  readonly lockMs: number;
  /** How many workers may die at a job. */
  readonly maxDeaths: number;
}

/** Plans are short, and must not wait behind a long window. */
const CONCURRENCY = 4;

/** The processor class of one source's queue. */
export const collectionProcessorOf = (
  source: string,
  { firstRetryMs, timeLimitMs, outagePatienceMs, lockMs, maxDeaths }: ProcessorOptions,
): Type<CollectionProcessor> => {
  const delay = retryDelay(firstRetryMs);
  const options: Partial<WorkerOptions> = {
    concurrency: CONCURRENCY,
    lockDuration: lockMs,
    stalledInterval: lockMs / 2,
    maxStalledCount: maxDeaths,
    settings: { backoffStrategy: delay },
  };

  @Processor(collectionQueueOf(source), options)
  class SourceProcessor extends CollectionProcessor {
    protected override readonly source = source;
    protected override readonly timeLimitMs = timeLimitMs;
    protected override readonly outagePatienceMs = outagePatienceMs;
    protected override readonly retryDelay = delay;
  }
  return SourceProcessor;
};
