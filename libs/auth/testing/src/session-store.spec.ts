import { revokeSession, type AccessMark, type Session } from '@job-scope/auth-domain';
import type { Denial, SessionChange, SessionsEnding } from '@job-scope/auth-ports';
import { sequentialIds } from './fakes';
import { InMemorySessionStore } from './in-memory-session-store';
import type { SessionStoreHarness } from './session-store-harness';
import { describeSessionStore, sessionStoreCases } from './session-store.suite';
import { failedCases } from './suite';
import { describeToldAccess, toldAccessCases } from './told-access.suite';

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
describeToldAccess('InMemorySessionStore', harnessOf(InMemorySessionStore));

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

class ListsTheDead extends InMemorySessionStore {
  override async listOf(wanted: string): Promise<readonly Session[]> {
    return [...this.sessions.values()].filter(({ userId }) => userId === wanted);
  }
}

class SparesNobody extends InMemorySessionStore {
  override endAllOf(userId: string, { reason, at }: SessionsEnding): Promise<number> {
    return super.endAllOf(userId, { reason, at, openedUntil: new Date(8.64e15) });
  }
}

/** What was listed and what is ended are two things: a refresh comes between them. */
class EndsWhatItSawBefore extends InMemorySessionStore {
  override async endAllOf(userId: string, { reason, at }: SessionsEnding): Promise<number> {
    const listed = await this.listOf(userId);
    await new Promise(setImmediate);
    for (const { id, generation } of listed) {
      const stored = this.sessions.get(id);
      if (stored?.generation === generation) this.sessions.set(id, revokeSession(stored, reason, at));
    }
    return listed.length;
  }
}

class ForgetsSessions extends InMemorySessionStore {
  override async endAllOf(userId: string, ending: SessionsEnding): Promise<number> {
    for (const { id } of await this.listOf(userId)) this.sessions.delete(id);
    return super.endAllOf(userId, ending);
  }
}

describe('the suite of SessionStore refuses', () => {
  it.each([
    [LastWriterWins, 'B-6, B-7: makes one rotation of 50 parallel refreshes'],
    [LastWriterWins, 'B-6: lets no refresh survive a revocation'],
    [LoginGrantsAccess, 'A-8: does not let a login undo the deactivation'],
    [ListsTheDead, 'B-5: lists neither what has ended nor what has expired'],
    [SparesNobody, 'spares the one session that is to go on'],
    [SparesNobody, 'spares sessions opened later'],
    [EndsWhatItSawBefore, 'B-6: lets no refresh survive the end of all sessions'],
    [EndsWhatItSawBefore, 'B-6: 50 parallel refreshes of one token and the end of all sessions'],
    [ForgetsSessions, 'A-9: ends all sessions of a user at once'],
  ])('%p', async (Store, title) => {
    expect(await failedCases(sessionStoreCases, harnessOf(Store))).toContainEqual(expect.stringContaining(title));
  });
});

class BelievesTheLast extends InMemorySessionStore {
  override setAccess(userId: string, access: AccessMark, lifted?: string): Promise<void> {
    this.access.delete(userId);
    return super.setAccess(userId, access, lifted);
  }
}

class LiftsAnyDenial extends InMemorySessionStore {
  override setAccess(userId: string, access: AccessMark): Promise<void> {
    return super.setAccess(userId, access, this.denials.get(userId)?.id);
  }
}

class NewsLiftsDenials extends InMemorySessionStore {
  override setAccess(userId: string, access: AccessMark, lifted?: string): Promise<void> {
    const isNews = access.revision > (this.access.get(userId)?.revision ?? 0);
    return super.setAccess(userId, access, isNews ? this.denials.get(userId)?.id : lifted);
  }
}

class StaleNewsLiftsNothing extends InMemorySessionStore {
  override async setAccess(userId: string, access: AccessMark, lifted?: string): Promise<void> {
    if (access.revision > (this.access.get(userId)?.revision ?? 0)) await super.setAccess(userId, access, lifted);
  }
}

class KeepsTheFirstDenial extends InMemorySessionStore {
  override async deny(userId: string, denial: Denial): Promise<void> {
    if (!this.denials.has(userId)) this.denials.set(userId, denial);
  }
}

class WeakensDenials extends InMemorySessionStore {
  override async deny(userId: string, denial: Denial): Promise<void> {
    this.denials.set(userId, denial);
  }
}

class LoginLiftsDenials extends InMemorySessionStore {
  override open(session: Session, access: AccessMark): Promise<boolean> {
    this.denials.delete(session.userId);
    return super.open(session, access);
  }
}

describe('the suite of told access refuses', () => {
  it.each([
    [BelievesTheLast, 'A-8: believes the newest of what it is told'],
    [BelievesTheLast, 'A-9: believes nothing more of a user who is gone'],
    [LiftsAnyDenial, 'A-8: holds whatever else is told'],
    [NewsLiftsDenials, 'A-8: holds whatever else is told'],
    [StaleNewsLiftsNothing, 'A-8: whoever died before the commit'],
    [KeepsTheFirstDenial, 'A-8: gives way to a second denial'],
    [WeakensDenials, 'A-8: never gives way to one that takes less'],
    [LoginLiftsDenials, 'A-8: holds for sessions that are opened meanwhile'],
  ])('%p', async (Store, title) => {
    expect(await failedCases(toldAccessCases, harnessOf(Store))).toContainEqual(expect.stringContaining(title));
  });
});
