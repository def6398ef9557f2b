/** One request as the simulator saw it. */
export interface LoggedRequest {
  /** Milliseconds since the simulator was started. */
  at: number;
  method: string;
  path: string;
  query: Record<string, unknown>;
  /** The value of a bearer token is left out. */
  headers: Record<string, unknown>;
  /** Null while unanswered, and for a connection that was reset. */
  status: number | null;
  /** Scenarios that took part in the answer. */
  scenarios: string[];
}

const CAPACITY = 10_000;

/** The last requests, for assertions on rate and headers. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
    // Cut in blocks: dropping one entry from the front at a time would move all the others each time.
    if (this.entries.length >= CAPACITY * 2) this.entries = this.entries.slice(-CAPACITY);
  }

  /** Oldest first. */
  list(): readonly LoggedRequest[] {
    return this.entries.slice(-CAPACITY);
  }

  clear(): void {
    this.entries = [];
  }
}
