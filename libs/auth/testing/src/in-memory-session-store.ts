import { hasEnded, type Session, type UserAccess } from '@job-scope/auth-domain';
import type { SessionChange, SessionStatus, SessionStatusReader, SessionStore } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';

/** Behaves as a token store away from the users does: what they may do is told to it. */
export class InMemorySessionStore implements SessionStore, SessionStatusReader {
  protected readonly sessions = new Map<string, Session>();
  protected readonly access = new Map<string, UserAccess>();

  constructor(private readonly clock: Clock) {}

  async open(session: Session, access: UserAccess): Promise<void> {
    this.sessions.set(session.id, structuredClone(session));
    if (!this.access.has(session.userId)) await this.setAccess(session.userId, access);
  }

  async change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined> {
    for (;;) {
      const stored = this.sessions.get(id);
      if (!stored) return undefined;
      await Promise.resolve(); // Others get their turn here, as they would between two calls to a server.
      const given = structuredClone(stored);
      const change = decide(given);
      if (change.session === given) return change;
      if (this.sessions.get(id) !== stored) continue;
      this.sessions.set(id, structuredClone(change.session));
      return change;
    }
  }

  async setAccess(userId: string, { active, superuser }: UserAccess): Promise<void> {
    this.access.set(userId, { active, superuser });
  }

  async read(ids: readonly string[]): Promise<ReadonlyMap<string, SessionStatus>> {
    const known = ids.map((id) => this.sessions.get(id)).filter((session) => session !== undefined);
    return new Map(known.map((session) => [session.id, this.statusOf(session)]));
  }

  private statusOf(session: Session): SessionStatus {
    const access = this.access.get(session.userId);
    return {
      userId: session.userId,
      active: access?.active === true && !hasEnded(session, this.clock.now()),
      superuser: access?.superuser === true,
      generation: session.generation,
    };
  }
}
