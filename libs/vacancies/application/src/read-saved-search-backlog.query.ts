import type { Clock } from '@job-scope/kernel';
import type { SavedSearchLooks } from '@job-scope/vacancies-ports';

export interface SavedSearchBacklogView {
  /** Saved searches whose look is due. */
  readonly due: number;
  /** How late the latest of these looks is. */
  readonly lateSeconds: number;
  /** Mails that are noted and not sent. */
  readonly unsent: number;
}

/** How far looking and sending are behind. */
export class ReadSavedSearchBacklog {
  constructor(
    private readonly looks: SavedSearchLooks,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<SavedSearchBacklogView> {
    const now = this.clock.now();
    const { due, oldestDueAt, unsent } = await this.looks.backlog(now);
    return { due, lateSeconds: oldestDueAt ? (now.getTime() - oldestDueAt.getTime()) / 1_000 : 0, unsent };
  }
}
