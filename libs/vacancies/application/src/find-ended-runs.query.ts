import type { CollectionRunReader } from '@job-scope/vacancies-ports';

/** Those of the runs that are over, so that nobody goes on working for them. */
export class FindEndedRuns {
  constructor(private readonly runs: CollectionRunReader) {}

  async execute(runIds: readonly string[]): Promise<readonly string[]> {
    return runIds.length > 0 ? this.runs.endedAmong(runIds) : [];
  }
}
