import type { AuthOutboxFeed } from '@job-scope/auth-ports';

export interface OutboxBacklogView {
  readonly pending: number;
  readonly oldestAt: Date | null;
  readonly setAside: number;
}

/** How far the relay is behind. */
export class ReadOutboxBacklog {
  constructor(private readonly feed: AuthOutboxFeed) {}

  execute(): Promise<OutboxBacklogView> {
    return this.feed.backlog();
  }
}
