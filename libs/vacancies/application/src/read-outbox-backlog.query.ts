import type { OutboxFeed } from '@job-scope/vacancies-ports';

export interface OutboxBacklogView {
  readonly pending: number;
  /** When the oldest message was appended; null when nothing waits. */
  readonly oldestAt: Date | null;
  readonly setAside: number;
}

/** How far the relay is behind. */
export class ReadOutboxBacklog {
  constructor(private readonly feed: OutboxFeed) {}

  execute(): Promise<OutboxBacklogView> {
    return this.feed.backlog();
  }
}
