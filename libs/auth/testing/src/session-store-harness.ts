import {
  openSession,
  revokeSession,
  rotate,
  type AccessMark,
  type Rotation,
  type Session,
  type UserAccess,
} from '@job-scope/auth-domain';
import type { SessionStatusReader, SessionStore } from '@job-scope/auth-ports';
import type { SuiteCase } from './suite';

export interface SessionStoreHarness {
  readonly store: SessionStore;
  /** As the gateway asks for it: with no right but to read. */
  readonly statuses: SessionStatusReader;
  /** A new id, UUIDv7. */
  newId(): string;
  /** Makes a user of revision 1, and returns the id. */
  addUser(access: UserAccess): Promise<string>;
  /** Changes what a user may do, as the service does it: told to the store, or seen by it in the user. */
  changeUser(userId: string, access: AccessMark): Promise<void>;
}

export type SessionStoreCase = SuiteCase<SessionStoreHarness>;

export const DAY_MS = 86_400_000;
export const LIMITS = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS };
export const USER: UserAccess = { active: true, superuser: false };
export const SUPERUSER: UserAccess = { active: true, superuser: true };
export const FIRST = { generation: 1, issue: 1 };

export interface Opened {
  readonly session: Session;
  readonly now: Date;
  /** Presents a refresh token so many milliseconds after the session was opened. */
  present(token: { generation: number; issue: number }, afterMs?: number): Promise<Rotation | undefined>;
  revoke(): Promise<unknown>;
  isAlive(): Promise<boolean>;
  isSuperuser(): Promise<boolean>;
}

/** Opens a session of a user, who is new unless one is given. */
export const open = async (
  harness: SessionStoreHarness,
  access: UserAccess = USER,
  now = new Date(),
  givenUserId?: string,
): Promise<Opened> => {
  const { store, statuses } = harness;
  const userId = givenUserId ?? (await harness.addUser(access));
  const client = { name: 'Мой телефон', ip: '2001:db8::1', userAgent: 'Netscape "7", ünï/1.0' };
  const session = openSession({ id: harness.newId(), userId, client }, now, LIMITS);
  expect(await store.open(session, { ...access, revision: 1 })).toBe(true);
  const status = async () => (await statuses.read([session.id])).get(session.id);
  return {
    session,
    now,
    present: (token, afterMs = 0) =>
      store.change(session.id, (stored) => rotate(stored, token, new Date(now.getTime() + afterMs), LIMITS)),
    revoke: () => store.change(session.id, (stored) => ({ session: revokeSession(stored, 'logout', now) })),
    isAlive: async () => (await status())?.active === true,
    isSuperuser: async () => (await status())?.superuser === true,
  };
};

export const stored = async ({ store }: SessionStoreHarness, id: string): Promise<Session | undefined> =>
  (await store.change(id, (session) => ({ session })))?.session;

export const areAlive = (opened: readonly Opened[]): Promise<readonly boolean[]> =>
  Promise.all(opened.map(({ isAlive }) => isAlive()));
