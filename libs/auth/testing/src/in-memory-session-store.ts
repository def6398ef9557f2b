import { hasEnded, revokeSession, type AccessMark, type Session } from '@job-scope/auth-domain';
import type {
  Denial,
  SessionChange,
  SessionsEnding,
  SessionStatus,
  SessionStatusReader,
  SessionStore,
} from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';

/** Behaves as a token store away from the users does: what they may do is told to it. */
export class InMemorySessionStore implements SessionStore, SessionStatusReader {
  protected readonly sessions = new Map<string, Session>();
  protected readonly access = new Map<string, AccessMark>();
  protected readonly denials = new Map<string, Denial>();

  constructor(private readonly clock: Clock) {}

  async open(session: Session, access: AccessMark): Promise<boolean> {
    const known = this.access.get(session.userId);
    if (known && known.revision > access.revision) return false;
    this.sessions.set(session.id, structuredClone(session));
    await this.setAccess(session.userId, access);
    return true;
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

  async listOf(userId: string): Promise<readonly Session[]> {
    const alive = [...this.sessions.values()].filter(
      (session) => session.userId === userId && !hasEnded(session, this.clock.now()),
    );
    return structuredClone(alive).toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
  }

  async endAllOf(userId: string, { reason, at, openedUntil, except }: SessionsEnding): Promise<number> {
    const ending = (await this.listOf(userId)).filter(({ id, createdAt }) => id !== except && createdAt <= openedUntil);
    for (const { id } of ending) await this.change(id, (session) => ({ session: revokeSession(session, reason, at) }));
    return ending.length;
  }

  async deny(userId: string, { id, takes }: Denial): Promise<void> {
    const before = this.denials.get(userId);
    this.denials.set(userId, { id, takes: before?.takes === 'all' ? 'all' : takes });
  }

  async setAccess(userId: string, { active, superuser, revision }: AccessMark, lifted?: string): Promise<void> {
    const known = this.access.get(userId);
    if (!known || known.revision <= revision) this.access.set(userId, { active, superuser, revision });
    if (lifted !== undefined && this.denials.get(userId)?.id === lifted) this.denials.delete(userId);
  }

  async read(ids: readonly string[]): Promise<ReadonlyMap<string, SessionStatus>> {
    const known = ids.map((id) => this.sessions.get(id)).filter((session) => session !== undefined);
    return new Map(known.map((session) => [session.id, this.statusOf(session)]));
  }

  private statusOf(session: Session): SessionStatus {
    const access = this.access.get(session.userId);
    const denied = this.denials.get(session.userId)?.takes;
    return {
      userId: session.userId,
      active: access?.active === true && denied !== 'all' && !hasEnded(session, this.clock.now()),
      superuser: access?.superuser === true && denied === undefined,
      generation: session.generation,
    };
  }
}
