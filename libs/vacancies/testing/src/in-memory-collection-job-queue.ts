import type { CollectionJob, CollectionJobQueue } from '@job-scope/vacancies-ports';

export interface QueuedJob {
  readonly job: CollectionJob;
  readonly traceparent: string | null;
}

/** Keeps jobs for the test to look at; nobody works on them. */
export class InMemoryCollectionJobQueue implements CollectionJobQueue {
  protected readonly jobs = new Map<string, QueuedJob>();
  private readonly completed = new Set<string>();

  /** In the order in which they were added. */
  get queued(): readonly QueuedJob[] {
    return [...this.jobs].filter(([id]) => !this.completed.has(id)).map(([, job]) => job);
  }

  complete(): void {
    for (const id of this.jobs.keys()) this.completed.add(id);
  }

  async add(job: CollectionJob, traceparent: string | null): Promise<void> {
    const id = this.idOf(job);
    if (!this.jobs.has(id)) this.jobs.set(id, { job: { ...job }, traceparent });
  }

  protected idOf(job: CollectionJob): string {
    return [job.kind, job.kind === 'plan' ? job.runId : job.windowId, job.replayOf].join(' ');
  }
}
