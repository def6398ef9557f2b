import type { AuthTransaction } from '@job-scope/auth-ports';
import { authUnitOfWorkCases, describeAuthUnitOfWork, type AuthUnitOfWorkHarness } from './auth-unit-of-work.suite';
import { InMemoryAuthDatabase } from './in-memory-auth-database';
import { transactionOn } from './in-memory-auth-transaction';
import { failedCases } from './suite';

const harnessOf = (Database: typeof InMemoryAuthDatabase) => async (): Promise<AuthUnitOfWorkHarness> => {
  const database = new Database();
  return {
    unitOfWork: database,
    users: database,
    keys: database,
    outboxUserIds: async () => database.events.map(({ userId }) => userId),
    auditActions: async () => database.audit.map(({ action }) => action),
  };
};

describeAuthUnitOfWork('InMemoryAuthDatabase', harnessOf(InMemoryAuthDatabase));

class NeverRollsBack extends InMemoryAuthDatabase {
  protected override transact<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
    return work(transactionOn(this.state, this.clock));
  }
}

class AllAtOnce extends InMemoryAuthDatabase {
  override run<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
    return this.transact(work);
  }
}

describe('the suite of AuthUnitOfWork refuses', () => {
  it.each([
    [NeverRollsBack, 'rolls everything back'],
    [AllAtOnce, 'A-15: lets one of many add an address'],
  ])('%p', async (Database, title) => {
    expect(await failedCases(authUnitOfWorkCases, harnessOf(Database))).toContainEqual(expect.stringContaining(title));
  });
});
