import type { SessionStore, UserReader } from '@job-scope/auth-ports';
import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import { userNotFound } from './failures';

/** One login on one device. */
export interface SessionView {
  readonly id: string;
  readonly name: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  /** When it was opened or last refreshed. */
  readonly lastSeenAt: Date;
  /** When it ends unless it is refreshed before. */
  readonly expiresAt: Date;
  /** It is the one that asks. */
  readonly current: boolean;
}

export interface ListSessionsInput {
  readonly userId: string;
  /** The session that asks. */
  readonly sessionId: string;
}

export type ListSessionsFailure = Failure<'users.not-found'>;

/** The sessions of a user that go on, the last seen first. */
export class ListSessions {
  constructor(
    private readonly users: UserReader,
    private readonly sessions: SessionStore,
  ) {}

  async execute({
    userId,
    sessionId,
  }: ListSessionsInput): Promise<Result<readonly SessionView[], ListSessionsFailure>> {
    if (!(await this.users.findById(userId))) return err(userNotFound);
    const sessions = await this.sessions.listOf(userId);
    return ok(
      sessions.map(({ id, client, createdAt, lastSeenAt, idleExpiresAt }) => ({
        id,
        ...client,
        createdAt,
        lastSeenAt,
        expiresAt: idleExpiresAt,
        current: id === sessionId,
      })),
    );
  }
}
