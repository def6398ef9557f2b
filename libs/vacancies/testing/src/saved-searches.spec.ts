import type { Look } from '@job-scope/vacancies-ports';
import { InMemorySavedSearches } from './in-memory-saved-searches';
import { describeSavedSearches, savedSearchesCases } from './saved-searches.suite';
import { failedCases } from './suite';

const harnessOf = (Searches: new () => InMemorySavedSearches) => async () => {
  const searches = new Searches();
  return { store: searches, looks: searches, queue: searches, recipients: searches };
};

describeSavedSearches('InMemorySavedSearches', harnessOf(InMemorySavedSearches));

class TellsAgain extends InMemorySavedSearches {
  override async untold(_: string, vacancyIds: readonly string[]) {
    return vacancyIds;
  }
}

class ConcludesForAnybody extends InMemorySavedSearches {
  override conclude(look: Look) {
    const stored = this.searches.get(look.search.id) ?? look.search;
    return super.conclude({ ...look, search: stored });
  }
}

class SendsWhatIsPaused extends InMemorySavedSearches {
  override async pauseBySecret() {
    return true;
  }
}

class KeepsTheDeleted extends InMemorySavedSearches {
  override take(position: string, news: Parameters<InMemorySavedSearches['take']>[1]) {
    return super.take(
      position,
      news.map((user) => ({ ...user, deleted: false })),
    );
  }
}

describe('the suite of saved searches refuses', () => {
  it.each<[new () => InMemorySavedSearches, string]>([
    [TellsAgain, 'tells of each vacancy once, and moves on'],
    [ConcludesForAnybody, 'concludes no look at what was changed, paused, deleted or claimed again meanwhile'],
    [SendsWhatIsPaused, 'pauses by the secret in the mail, and then sends nothing more'],
    [KeepsTheDeleted, 'deletes the saved searches of a deleted user, and of nobody else'],
  ])('%p', async (Searches, title) => {
    expect(await failedCases(savedSearchesCases, harnessOf(Searches))).toContain(title);
  });
});
