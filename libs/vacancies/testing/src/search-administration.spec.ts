import { InMemorySearchIndex } from './in-memory-search-index';
import { describeSearchAdministration, searchAdministrationCases } from './search-administration.suite';
import { failedCases } from './suite';

const harnessOf = (index: InMemorySearchIndex) => ({
  administration: index,
  indexer: index,
  store: async () => {},
});

describeSearchAdministration('in memory', async () => harnessOf(new InMemorySearchIndex()));

describe('the suite of administrations', () => {
  it.each([
    ['that writes to the old index only', { beginRebuild: async () => 'v1-anew' }],
    ['that writes to the new index before it is whole', { documentsOf: async () => 0 }],
    ['that keeps the old index', { dropOthers: async () => {}, completeRebuild: async () => {} }],
    ['that removes nothing', { remove: async () => {} }],
    ['that drops nothing', { drop: async () => {} }],
    ['that tells no revisions', { revisionsOf: async () => [] }],
  ])('finds one %s', async (_what, broken) => {
    const open = async () => harnessOf(Object.assign(new InMemorySearchIndex(), broken));
    expect(await failedCases(searchAdministrationCases, open)).not.toEqual([]);
  });
});
