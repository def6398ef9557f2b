import type { Clock, Result } from '@job-scope/kernel';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { setPaused, type SavedSearchOfUser } from './pause-or-resume-saved-search';
import type { SavedSearchNotFound } from './saved-search-failures';
import type { SavedSearchView } from './saved-search.view';

/** Has a paused saved search looked at again: what came while it was paused is not made up for. */
export class ResumeSavedSearch {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly clock: Clock,
  ) {}

  /** Doing it again is no failure. */
  execute(input: SavedSearchOfUser): Promise<Result<SavedSearchView, SavedSearchNotFound>> {
    return setPaused(this.store, input, false, this.clock.now());
  }
}
