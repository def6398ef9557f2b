import type { CollectionJobPayload } from '@job-scope/vacancies-contracts';
import { DelayedError, WaitingError, type Job } from 'bullmq';

/** Not failed: another worker goes on from the cursor at once, and no attempt is used up. */
export const giveBack = async (job: Job, token?: string): Promise<never> => {
  await job.moveToWait(token);
  throw new WaitingError();
};

/**
 * Not failed either: it came further, or its source could not serve it now. That uses up no attempt, so that no work is
 * given up for being long, or for an outage that passes.
 */
export const putOff = async (
  job: Job,
  payload: CollectionJobPayload,
  delayMs: number,
  token?: string,
): Promise<never> => {
  await job.updateData(payload);
  await job.moveToDelayed(Date.now() + delayMs, token);
  throw new DelayedError();
};
