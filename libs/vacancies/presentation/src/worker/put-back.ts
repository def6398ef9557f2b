import { DelayedError, WaitingError, type Job } from 'bullmq';

/** Not failed: another worker goes on from the cursor at once, and no attempt is used up. */
export const giveBack = async (job: Job, token?: string): Promise<never> => {
  await job.moveToWait(token);
  throw new WaitingError();
};

/**
 * Not failed either, because it came further: that it did not come to its end uses up no attempt, so that no work is given
 * up for being long.
 */
export const putOff = async (job: Job, delayMs: number, token?: string): Promise<never> => {
  await job.moveToDelayed(Date.now() + delayMs, token);
  throw new DelayedError();
};
