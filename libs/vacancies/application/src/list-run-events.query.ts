import { err, ok, type Result } from '@job-scope/kernel';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';

export interface RunEventView {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly data: Readonly<Record<string, string | number | null>>;
}

export interface RunEventsView {
  readonly events: readonly RunEventView[];
  /** Nothing will come after these. */
  readonly isOver: boolean;
}

export interface ListRunEventsInput {
  readonly runId: string;
  /** The number of the last event that is known. */
  readonly afterSeq: number;
  readonly limit: number;
}

export type ListRunEventsFailure = { readonly code: 'collections.not-found' };

/** What has happened to a run since the last look, oldest first. */
export class ListRunEvents {
  constructor(private readonly runs: CollectionRunReader) {}

  async execute(input: ListRunEventsInput): Promise<Result<RunEventsView, ListRunEventsFailure>> {
    // Whether it is over is asked first: an event that comes meanwhile is then only told of a little later.
    const run = await this.runs.byId(input.runId);
    if (!run) return err({ code: 'collections.not-found' });
    const events = await this.runs.events(input.runId, input.afterSeq, input.limit);
    return ok({ events, isOver: run.status === 'finished' && events.length < input.limit });
  }
}
