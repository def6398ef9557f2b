import { err, ok, type Result } from '@job-scope/kernel';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';

/** What can happen to a run; front ends are told by the API's document. */
export const RUN_EVENT_TYPES = [
  'started',
  'planned',
  'page-stored',
  'item-skipped',
  'window-split',
  'window-ended',
  'replayed',
  'swept',
  'asked',
  'finished',
] as const;

export interface RunEventView {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: Date;
  readonly type: (typeof RUN_EVENT_TYPES)[number];
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
