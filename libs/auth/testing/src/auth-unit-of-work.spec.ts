import type { AuthTransaction, UserRepository } from '@job-scope/auth-ports';
import type { AuthUnitOfWorkHarness } from './auth-unit-of-work-harness';
import { authUnitOfWorkCases, describeAuthUnitOfWork } from './auth-unit-of-work.suite';
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

/** Lets a spec spoil what a transaction can do. */
const spoiled = (spoil: (users: UserRepository) => Partial<UserRepository>) =>
  class extends InMemoryAuthDatabase {
    protected override transact<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
      return super.transact((tx) => work({ ...tx, users: { ...tx.users, ...spoil(tx.users) } }));
    }
  };

const SavesNoName = spoiled((users) => ({ save: (user) => users.save({ ...user, displayName: null }) }));

/** As one that has forgotten it would. */
const TakesAddresses = spoiled((users) => ({
  save: async (user) => {
    if (!(await users.save(user))) await users.save({ ...user, email: `${user.email}.` });
    return true;
  },
}));

const RemovesNobody = spoiled(() => ({ remove: async () => {} }));

const CountsTheInactive = spoiled((users) => ({
  lockActiveSuperusers: async () => [...(await users.lockActiveSuperusers()), 'inactive'],
}));

describe('the suite of AuthUnitOfWork refuses', () => {
  it.each([
    [NeverRollsBack, 'rolls everything back'],
    [AllAtOnce, 'A-15: lets one of many add an address'],
    [AllAtOnce, 'loses none of many changes of one user'],
    [AllAtOnce, 'lets no two of the last superusers be demoted'],
    [SavesNoName, 'saves whatever of a user has changed'],
    [TakesAddresses, 'A-15: refuses to save an address that another has'],
    [RemovesNobody, 'A-9: removes a user'],
    [CountsTheInactive, 'tells who is an active superuser'],
  ])('%p', async (Database, title) => {
    expect(await failedCases(authUnitOfWorkCases, harnessOf(Database))).toContainEqual(expect.stringContaining(title));
  });
});
