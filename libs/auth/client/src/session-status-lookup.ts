import type { SessionStatus, SessionStatusReader } from '@job-scope/auth-ports';

interface Batch {
  readonly ids: Set<string>;
  readonly statuses: Promise<ReadonlyMap<string, SessionStatus>>;
}

/**
 * Asks for the statuses of all requests that arrive in one turn of the event loop by one query. No answer is kept: each
 * query begins after the request it answers has come.
 */
export class SessionStatusLookup {
  private batch: Batch | undefined;

  constructor(private readonly reader: SessionStatusReader) {}

  async find(sessionId: string): Promise<SessionStatus | undefined> {
    this.batch ??= this.collect();
    this.batch.ids.add(sessionId);
    return (await this.batch.statuses).get(sessionId);
  }

  private collect(): Batch {
    const ids = new Set<string>();
    const endOfTurn = new Promise<void>((resolve) => setImmediate(resolve));
    const statuses = endOfTurn.then(() => {
      this.batch = undefined;
      return this.reader.read([...ids]);
    });
    return { ids, statuses };
  }
}
