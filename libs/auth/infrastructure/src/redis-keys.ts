export const SESSION_KEY_PREFIX = 'auth:session:';

/** A hash per session, which expires with it. */
export const sessionKey = (sessionId: string): string => `${SESSION_KEY_PREFIX}${sessionId}`;

/** A hash per user who has sessions: what they may do. It outlives the last of them. */
export const USER_KEY_PREFIX = 'auth:user:';

/** A sorted set per user: their sessions that go on, by when they expire. It outlives the last of them. */
export const userSessionsKey = (userId: string): string => `auth:user-sessions:${userId}`;
