import type { CollectionJob, CollectionJobQueue, JobFate } from '@job-scope/vacancies-ports';

export interface QueuedJob {
  readonly job: CollectionJob;
  readonly traceparent: string | null;
}

/** Keeps jobs for the test to look at; nobody works on them. */
export class InMemoryCollectionJobQueue implements CollectionJobQueue {
  protected readonly jobs = new Map<string, QueuedJob>();
  private readonly completed = new Set<string>();
  private readonly failed = new Map<string, JobFate>();

  /** In the order in which they were added. */
  get queued(): readonly QueuedJob[] {
    return this.waiting().flatMap((id) => this.jobs.get(id) ?? []);
  }

  complete(): void {
    for (const id of this.waiting()) this.completed.add(id);
  }

  /** Everything that waits fails for good, at its first attempt. */
  fail(detail: string): void {
    for (const id of this.waiting())
      this.failed.set(id, { state: 'failed', reason: 'job.failed', detail, attempts: 1 });
  }

  /** As if the server had been set up anew. */
  forget(): void {
    for (const known of [this.jobs, this.completed, this.failed]) known.clear();
  }

  async fateOf(job: CollectionJob): Promise<JobFate> {
    const id = this.idOf(job);
    if (this.completed.has(id)) return { state: 'completed' };
    return this.failed.get(id) ?? { state: this.jobs.has(id) ? 'kept' : 'unknown' };
  }

  async remove(job: CollectionJob): Promise<void> {
    const id = this.idOf(job);
    this.jobs.delete(id);
    this.completed.delete(id);
  }

  async add(job: CollectionJob, traceparent: string | null): Promise<void> {
    const id = this.idOf(job);
    if (!this.jobs.has(id)) this.jobs.set(id, { job: { ...job }, traceparent });
  }

  private waiting(): readonly string[] {
    return [...this.jobs.keys()].filter((id) => !this.completed.has(id) && !this.failed.has(id));
  }

  protected idOf(job: CollectionJob): string {
    return [job.kind, job.kind === 'plan' ? job.runId : job.windowId, job.replayOf].join(' ');
  }
}
