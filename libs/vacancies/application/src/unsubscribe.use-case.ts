import { isUuid, type Clock } from '@job-scope/kernel';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';

/** Pauses the saved search of a mail for whoever has the link in it. */
export class Unsubscribe {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly clock: Clock,
  ) {}

  /** False if there is no such saved search, any more or at all. */
  async execute(secret: string): Promise<boolean> {
    return isUuid(secret) && this.store.pauseBySecret(secret, this.clock.now());
  }
}
