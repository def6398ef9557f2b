import { savedSearchKeepingCases, userFollowingCases } from './saved-search-keeping.cases';
import { notificationCases, savedSearchLookingCases } from './saved-search-looking.cases';
import type { SavedSearchesHarness } from './saved-searches-harness';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export const savedSearchesCases: readonly SuiteCase<SavedSearchesHarness>[] = [
  ...savedSearchKeepingCases,
  ...savedSearchLookingCases,
  ...notificationCases,
  ...userFollowingCases,
];

/** What every store of saved searches must do, at all of its ends. */
export const describeSavedSearches = (name: string, open: OpenHarness<SavedSearchesHarness>): void =>
  describeSuite(`${name}: saved searches`, savedSearchesCases, open);
