import type { HeldGroups } from '@job-scope/vacancies-ports';
import { describeDuplicateGroups, duplicateGroupsCases } from './duplicate-groups.suite';
import { InMemoryDuplicateGroups } from './in-memory-duplicate-groups';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import { failedCases } from './suite';

const harnessOf = (Groups: typeof InMemoryDuplicateGroups) => async () => {
  const database = new InMemoryVacancyDatabase();
  return { unitOfWork: database.unitOfWork, groups: new Groups(database) };
};

describeDuplicateGroups('InMemoryDuplicateGroups', harnessOf(InMemoryDuplicateGroups));

class TellsAll extends InMemoryDuplicateGroups {
  protected override outdated(groups: Parameters<InMemoryDuplicateGroups['outdated']>[0]) {
    return [...groups.values()].flat().map(({ id }) => id);
  }
}

class ForgetsTheOld extends InMemoryDuplicateGroups {
  protected override outdated(groups: Parameters<InMemoryDuplicateGroups['outdated']>[0]) {
    return [...groups.values()].flatMap(([first]) => (first ? [first.id] : []));
  }
}

class HoldsNothing extends InMemoryDuplicateGroups {
  override async hold<T>(ids: readonly string[], work: (groups: HeldGroups) => Promise<T>) {
    const groups = await super.hold(ids, async (held) => held);
    return work(groups);
  }
}

describe('the suite of DuplicateGroups refuses', () => {
  it.each([
    [TellsAll, 'bounds how many it tells of, however large a group is'],
    [ForgetsTheOld, 'tells of no more than the old and the new canonical vacancy, whoever changed'],
    [HoldsNothing, 'lets nobody else hold a group meanwhile, in whatever order they are asked for'],
    [HoldsNothing, 'counts nothing as told when indexing failed'],
  ])('%p', async (Groups, title) => {
    expect(await failedCases(duplicateGroupsCases, harnessOf(Groups))).toContain(title);
  });
});
