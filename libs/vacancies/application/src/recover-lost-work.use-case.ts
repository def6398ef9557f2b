import type { CancelSignal } from '@job-scope/kernel';
import type { CollectionJob, CollectionJobQueue, OpenWork, RefreshClaims } from '@job-scope/vacancies-ports';
import type { AbandonCollection } from './abandon-collection.use-case';

export interface RecoveredWork {
  readonly source: string;
  readonly runId: string;
  /** Null if the run is still to be planned. */
  readonly windowId: string | null;
  /** `given-up`: nobody had said that its job failed for good. `handed-on`: no worker would have come to it any more. */
  readonly how: 'given-up' | 'handed-on';
}

const TASK = 'lost-work';
const TIMING = { everyMs: 60_000, retryMs: 60_000 };
const AT_ONCE = 100;

/**
 * Finds what runs wait for in vain: work whose job has failed for good while its worker died before it could end it, is
 * ended as that worker would have done; work that the queue has lost, or takes for completed, is handed to it again, and
 * goes on where it stood.
 * Once a minute, by one of all workers.
 */
export class RecoverLostWork {
  constructor(
    private readonly openWork: OpenWork,
    private readonly queue: CollectionJobQueue,
    private readonly abandonCollection: AbandonCollection,
    private readonly claims: RefreshClaims,
  ) {}

  async execute(signal: CancelSignal): Promise<readonly RecoveredWork[]> {
    if (!(await this.claims.claim(TASK, TIMING))) return [];
    const recovered: RecoveredWork[] = [];
    for (let jobs = await this.openWork.page(AT_ONCE, null); jobs.length > 0 && !signal.aborted;) {
      const done = await Promise.all(jobs.map((job) => this.recover(job)));
      recovered.push(...done.filter((work) => work !== undefined));
      jobs = await this.openWork.page(AT_ONCE, idOf(jobs.at(-1)));
    }
    await this.claims.done(TASK);
    return recovered;
  }

  private async recover(job: CollectionJob): Promise<RecoveredWork | undefined> {
    const { source, runId } = job;
    const windowId = job.kind === 'window' ? job.windowId : null;
    const fate = await this.queue.fateOf(job);
    switch (fate.state) {
      case 'kept':
        return undefined;
      case 'completed':
      case 'unknown':
        if (fate.state === 'completed') await this.queue.remove(job);
        await this.queue.add(job, null);
        return { source, runId, windowId, how: 'handed-on' };
      case 'failed': {
        const { reason, detail, attempts } = fate;
        const hasEnded = await this.abandonCollection.execute({ runId, windowId, reason, detail, attempts });
        return hasEnded ? { source, runId, windowId, how: 'given-up' } : undefined;
      }
    }
  }
}

const idOf = (job: CollectionJob | undefined): string | null => {
  if (!job) return null;
  return job.kind === 'window' ? job.windowId : job.runId;
};
