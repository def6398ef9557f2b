import type { CancelSignal } from '@job-scope/kernel';
import type { OutboxFeed } from '@job-scope/vacancies-ports';

/** Waits until the relay may find something to carry. */
export class WaitForOutbox {
  constructor(private readonly feed: OutboxFeed) {}

  /** Resolves when there may be new messages, after `timeoutMs`, or on abort; never rejects. */
  execute(timeoutMs: number, signal: CancelSignal): Promise<void> {
    return this.feed.waitForMore(timeoutMs, signal);
  }
}
