/** One login on one device, and the chain ("family") of refresh tokens that descend from it. */
export interface Session {
  /** UUIDv7; `sid` in both tokens. */
  readonly id: string;
  readonly userId: string;
  /** Of the refresh token that is current. It goes up by one each time the current one is used. */
  readonly generation: number;
  /** Which token of that generation is good. It goes up when an unused one is replaced. */
  readonly issue: number;
  /** The token of the generation before that was used to get here; null until the first refresh. */
  readonly used: UsedToken | null;
  readonly client: SessionClient;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Moves on with every refresh, never beyond `absoluteExpiresAt`. */
  readonly idleExpiresAt: Date;
  readonly absoluteExpiresAt: Date;
  readonly revoked: Revocation | null;
}

export interface UsedToken {
  readonly issue: number;
  /** When it last brought about a new token. */
  readonly at: Date;
}

/** Where a session was opened from, for its owner to recognise. */
export interface SessionClient {
  /** Of the device, as its owner named it or as it can be told from the user agent. */
  readonly name: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export type RevocationReason =
  | 'logout'
  /** From another session of the same user. */
  | 'ended-by-user'
  | 'ended-by-superuser'
  | 'password-changed'
  | 'password-reset'
  | 'refresh-token-reused'
  /** The user was changed while it was opened: nobody was ever given its tokens. */
  | 'login-overtaken'
  | 'user-inactive'
  | 'user-deleted';

export interface Revocation {
  readonly at: Date;
  readonly reason: RevocationReason;
}

export interface SessionLimits {
  /** How long a session lives without a refresh, in milliseconds. */
  readonly idleMs: number;
  /** How long it lives at most, in milliseconds. */
  readonly absoluteMs: number;
}

/** When a session seen at `now` ends if it is not seen again. */
export const idleExpiry = (now: Date, absoluteExpiresAt: Date, limits: SessionLimits): Date =>
  new Date(Math.min(now.getTime() + limits.idleMs, absoluteExpiresAt.getTime()));

export const openSession = (
  given: Pick<Session, 'id' | 'userId' | 'client'>,
  now: Date,
  limits: SessionLimits,
): Session => {
  const absoluteExpiresAt = new Date(now.getTime() + limits.absoluteMs);
  return {
    ...given,
    generation: 1,
    issue: 1,
    used: null,
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: idleExpiry(now, absoluteExpiresAt, limits),
    absoluteExpiresAt,
    revoked: null,
  };
};

export const hasEnded = (session: Session, now: Date): boolean =>
  session.revoked !== null || now >= session.idleExpiresAt;

/** The first revocation stands: its reason is the one to be told. */
export const revokeSession = (session: Session, reason: RevocationReason, now: Date): Session =>
  session.revoked ? session : { ...session, revoked: { at: now, reason } };
