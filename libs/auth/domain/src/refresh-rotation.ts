import { hasEnded, idleExpiry, revokeSession, type Session, type SessionLimits } from './session';

/** How long a used token gets the very successor it already got: parallel tabs refresh within moments of each other. */
export const REPEAT_WINDOW_MS = 10_000;

/** What a refresh token says of itself, once its signature is verified. */
export interface PresentedToken {
  readonly generation: number;
  readonly issue: number;
}

/**
 * What presenting a refresh token did.
 * - `advanced`: it was the current one; the next generation begins.
 * - `repeated`: used moments ago; the same successor is given again.
 * - `reissued`: its successor was never used (the answer was lost); a new issue replaces that one, which becomes void.
 * - `reused`: any other old token. Somebody has a copy, so the whole session is revoked.
 * - `ended`: the session had expired or been revoked before.
 */
export type RotationOutcome = 'advanced' | 'repeated' | 'reissued' | 'reused' | 'ended';

export interface Rotation {
  readonly outcome: RotationOutcome;
  /** The session from now on; the very same object when nothing changed. */
  readonly session: Session;
}

export const rotate = (session: Session, token: PresentedToken, now: Date, limits: SessionLimits): Rotation => {
  if (hasEnded(session, now)) return { outcome: 'ended', session };
  if (isCurrent(session, token)) {
    const used = { issue: token.issue, at: now };
    const next = { ...session, generation: session.generation + 1, issue: 1, used };
    return { outcome: 'advanced', session: seen(next, now, limits) };
  }
  if (session.used === null || !isPredecessor(session, token)) {
    return { outcome: 'reused', session: revokeSession(session, 'refresh-token-reused', now) };
  }
  if (now.getTime() - session.used.at.getTime() <= REPEAT_WINDOW_MS) return { outcome: 'repeated', session };
  const next = { ...session, issue: session.issue + 1, used: { ...session.used, at: now } };
  return { outcome: 'reissued', session: seen(next, now, limits) };
};

const isCurrent = (session: Session, token: PresentedToken): boolean =>
  token.generation === session.generation && token.issue === session.issue;

const isPredecessor = (session: Session, token: PresentedToken): boolean =>
  token.generation === session.generation - 1 && token.issue === session.used?.issue;

const seen = (session: Session, now: Date, limits: SessionLimits): Session => ({
  ...session,
  lastSeenAt: now,
  idleExpiresAt: idleExpiry(now, session.absoluteExpiresAt, limits),
});
