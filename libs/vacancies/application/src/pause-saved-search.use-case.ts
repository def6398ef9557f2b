import type { Clock, Result } from '@job-scope/kernel';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { setPaused, type SavedSearchOfUser } from './pause-or-resume-saved-search';
import type { SavedSearchNotFound } from './saved-search-failures';
import type { SavedSearchView } from './saved-search.view';

/** Lets a user hear no more of a saved search until it is resumed; mails that are on their way are dropped. */
export class PauseSavedSearch {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly clock: Clock,
  ) {}

  /** Doing it again is no failure. */
  execute(input: SavedSearchOfUser): Promise<Result<SavedSearchView, SavedSearchNotFound>> {
    return setPaused(this.store, input, true, this.clock.now());
  }
}
