import { hasWindowEnded } from '@job-scope/vacancies-domain';
import type { CollectionJob, OpenWork } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';

export class InMemoryOpenWork implements OpenWork {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async page(limit: number, afterId: string | null): Promise<readonly CollectionJob[]> {
    const { runs, windows } = this.database.read();
    const open = [...runs.values()].flatMap(({ id: runId, source, status }): readonly CollectionJob[] => {
      if (status === 'requested') return [{ kind: 'plan', source, runId }];
      const left = [...windows.values()].filter((window) => window.runId === runId && !hasWindowEnded(window));
      return status === 'finished' ? [] : left.map(({ id }) => ({ kind: 'window', source, runId, windowId: id }));
    });
    return open
      .map((job) => ({ ...job, ...this.replayOf(job) }))
      .filter((job) => !this.isAnnounced(job) && (afterId === null || idOf(job) > afterId))
      .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
      .slice(0, limit);
  }

  private replayOf(job: CollectionJob): Pick<CollectionJob, 'replayOf'> {
    const letters = [...this.database.read().deadLetters.values()].filter(
      ({ state, runId, windowId }) => state === 'replayed' && runId === job.runId && windowId === windowOf(job),
    );
    const last = letters
      .map(({ id }) => id)
      .sort()
      .at(-1);
    return last === undefined ? {} : { replayOf: last };
  }

  private isAnnounced(job: CollectionJob): boolean {
    return [...this.database.read().outbox.values()].some(({ event, deadBecause }) => {
      if (deadBecause !== undefined || event.kind === 'vacancy-changed') return false;
      if (event.kind === 'work-replayed') return event.deadLetterId === job.replayOf;
      if (job.replayOf !== undefined) return false;
      return event.kind === 'window-planned' ? event.windowId === windowOf(job) : event.runId === idOf(job);
    });
  }
}

const windowOf = (job: CollectionJob): string | null => (job.kind === 'window' ? job.windowId : null);
const idOf = (job: CollectionJob): string => windowOf(job) ?? job.runId;
