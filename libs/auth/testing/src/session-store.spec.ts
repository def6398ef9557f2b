import type { AccessMark, Session } from '@job-scope/auth-domain';
import type { SessionChange } from '@job-scope/auth-ports';
import { sequentialIds } from './fakes';
import { InMemorySessionStore } from './in-memory-session-store';
import { describeSessionStore, sessionStoreCases, type SessionStoreHarness } from './session-store.suite';
import { failedCases } from './suite';

const clock = { now: () => new Date() };

const harnessOf = (Store: typeof InMemorySessionStore) => async (): Promise<SessionStoreHarness> => {
  const store = new Store(clock);
  const ids = sequentialIds();
  return {
    store,
    statuses: store,
    newId: () => ids.next(),
    addUser: async () => ids.next(),
    changeUser: (userId, access) => store.setAccess(userId, access),
  };
};

describeSessionStore('InMemorySessionStore', harnessOf(InMemorySessionStore));

class LastWriterWins extends InMemorySessionStore {
  override async change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined> {
    const stored = this.sessions.get(id);
    await Promise.resolve();
    const change = stored && decide(stored);
    if (change) this.sessions.set(id, change.session);
    return change;
  }
}

class LoginGrantsAccess extends InMemorySessionStore {
  override async open(session: Session, access: AccessMark): Promise<boolean> {
    this.access.delete(session.userId);
    return super.open(session, access);
  }
}

describe('the suite of SessionStore refuses', () => {
  it.each([
    [LastWriterWins, 'B-6, B-7: makes one rotation of 50 parallel refreshes'],
    [LastWriterWins, 'B-6: lets no refresh survive a revocation'],
    [LoginGrantsAccess, 'A-8: does not let a login undo the deactivation'],
  ])('%p', async (Store, title) => {
    expect(await failedCases(sessionStoreCases, harnessOf(Store))).toContainEqual(expect.stringContaining(title));
  });
});
