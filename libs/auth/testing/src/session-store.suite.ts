import {
  openSession,
  revokeSession,
  rotate,
  type Rotation,
  type Session,
  type UserAccess,
  type AccessMark,
} from '@job-scope/auth-domain';
import type { SessionStatusReader, SessionStore } from '@job-scope/auth-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

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

type Case = SuiteCase<SessionStoreHarness>;

const DAY_MS = 86_400_000;
const LIMITS = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS };
const USER = { active: true, superuser: false };
const FIRST = { generation: 1, issue: 1 };

interface Opened {
  readonly session: Session;
  readonly now: Date;
  /** Presents a refresh token so many milliseconds after the session was opened. */
  present(token: { generation: number; issue: number }, afterMs?: number): Promise<Rotation | undefined>;
  revoke(): Promise<unknown>;
  isAlive(): Promise<boolean>;
}

const open = async (harness: SessionStoreHarness, access = USER, now = new Date()): Promise<Opened> => {
  const { store, statuses } = harness;
  const userId = await harness.addUser(access);
  const client = { name: 'Мой телефон', ip: '2001:db8::1', userAgent: 'Netscape "7", ünï/1.0' };
  const session = openSession({ id: harness.newId(), userId, client }, now, LIMITS);
  await store.open(session, { ...access, revision: 1 });
  return {
    session,
    now,
    present: (token, afterMs = 0) =>
      store.change(session.id, (stored) => rotate(stored, token, new Date(now.getTime() + afterMs), LIMITS)),
    revoke: () => store.change(session.id, (stored) => ({ session: revokeSession(stored, 'logout', now) })),
    isAlive: async () => (await statuses.read([session.id])).get(session.id)?.active === true,
  };
};

const stored = async ({ store }: SessionStoreHarness, id: string): Promise<Session | undefined> =>
  (await store.change(id, (session) => ({ session })))?.session;

const storing: readonly Case[] = [
  {
    title: 'keeps a session exactly as it was opened and as it was changed',
    check: async (harness) => {
      const { session, present } = await open(harness);
      expect(await stored(harness, session.id)).toEqual(session);
      const rotation = await present(FIRST, 5);
      expect(await stored(harness, session.id)).toEqual(rotation?.session);
    },
  },
  {
    title: 'knows nothing of a session that was never opened',
    check: async (harness) => {
      const id = harness.newId();
      expect(await stored(harness, id)).toBeUndefined();
      expect(await harness.statuses.read([id])).toEqual(new Map());
    },
  },
  {
    title: 'leaves a session as it is when the decision throws',
    check: async (harness) => {
      const { session } = await open(harness);
      const change = harness.store.change(session.id, () => {
        throw new Error('no decision');
      });
      await expect(change).rejects.toThrow('no decision');
      expect(await stored(harness, session.id)).toEqual(session);
    },
  },
];

const rotating: readonly Case[] = [
  {
    title: 'B-6, B-7: makes one rotation of 50 parallel refreshes of one token, and gives all of them its successor',
    check: async (harness) => {
      const { present, isAlive } = await open(harness);
      const rotations = await Promise.all(Array.from({ length: 50 }, () => present(FIRST)));
      const outcomes = rotations.map((rotation) => rotation?.outcome).toSorted();
      expect(outcomes).toEqual(['advanced', ...Array.from({ length: 49 }, () => 'repeated')]);
      for (const rotation of rotations) expect(rotation?.session).toMatchObject({ generation: 2, issue: 1 });
      expect(await isAlive()).toBe(true);
    },
  },
  {
    title: 'B-2: replaces a successor whose answer was lost, and then takes the lost one for a copy',
    check: async (harness) => {
      const { present, isAlive } = await open(harness);
      await present(FIRST);
      expect(await present(FIRST, 10_000)).toMatchObject({ outcome: 'repeated', session: { generation: 2, issue: 1 } });
      expect(await present(FIRST, 10_001)).toMatchObject({ outcome: 'reissued', session: { generation: 2, issue: 2 } });
      expect(await isAlive()).toBe(true);
      expect(await present({ generation: 2, issue: 1 }, 10_002)).toMatchObject({ outcome: 'reused' });
      expect(await isAlive()).toBe(false);
    },
  },
  {
    title: 'B-2: revokes the session when any older generation is replayed',
    check: async (harness) => {
      for (const replayed of [1, 2, 3]) {
        const { present, isAlive } = await open(harness);
        for (const generation of [1, 2, 3, 4]) await present({ generation, issue: 1 });
        expect((await present({ generation: replayed, issue: 1 }))?.outcome).toBe('reused');
        expect((await present({ generation: 5, issue: 1 }))?.outcome).toBe('ended');
        expect(await isAlive()).toBe(false);
      }
    },
  },
  {
    title: 'B-6: lets no refresh survive a revocation it raced with',
    check: async (harness) => {
      const sessions = await Promise.all(Array.from({ length: 10 }, () => open(harness)));
      await Promise.all(sessions.flatMap(({ present, revoke }) => [present(FIRST), revoke(), present(FIRST)]));
      for (const { present, isAlive } of sessions) {
        expect(await isAlive()).toBe(false);
        expect((await present({ generation: 2, issue: 1 }))?.outcome).toBe('ended');
      }
    },
  },
];

const statuses: readonly Case[] = [
  {
    title: 'tells the status of many sessions at once, and leaves out those it does not know',
    check: async (harness) => {
      const [plain, superuser] = [await open(harness), await open(harness, { active: true, superuser: true })];
      await plain.present(FIRST);
      const read = await harness.statuses.read([plain.session.id, harness.newId(), superuser.session.id]);
      expect(read).toEqual(
        new Map([
          [plain.session.id, { userId: plain.session.userId, active: true, superuser: false, generation: 2 }],
          [superuser.session.id, { userId: superuser.session.userId, active: true, superuser: true, generation: 1 }],
        ]),
      );
    },
  },
  {
    title: 'A-8: takes access from all sessions of a user at once, from nobody else, and gives it back',
    check: async (harness) => {
      const [one, other] = [await open(harness), await open(harness)];
      await harness.changeUser(one.session.userId, { active: false, superuser: false, revision: 2 });
      expect([await one.isAlive(), await other.isAlive()]).toEqual([false, true]);
      await harness.changeUser(one.session.userId, { ...USER, revision: 3 });
      expect(await one.isAlive()).toBe(true);
    },
  },
  {
    title: 'A-8: does not let a login undo the deactivation it raced with',
    check: async (harness) => {
      const userId = await harness.addUser(USER);
      await harness.changeUser(userId, { active: false, superuser: false, revision: 2 });
      const client = { name: null, ip: null, userAgent: null };
      const session = openSession({ id: harness.newId(), userId, client }, new Date(), LIMITS);
      expect(await harness.store.open(session, { ...USER, revision: 1 })).toBe(false);
      expect(await harness.statuses.read([session.id])).toEqual(new Map());
    },
  },
  {
    title: 'B-2: takes a session for dead once its idle time is over',
    check: async (harness) => {
      const { isAlive } = await open(harness, USER, new Date(Date.now() - 31 * DAY_MS));
      expect(await isAlive()).toBe(false);
    },
  },
];

export const sessionStoreCases: readonly Case[] = [...storing, ...rotating, ...statuses];

/** What every `SessionStore` must do, as seen by it and by the `SessionStatusReader` beside it. */
export const describeSessionStore = (name: string, harness: OpenHarness<SessionStoreHarness>): void =>
  describeSuite(`${name}: a SessionStore`, sessionStoreCases, harness);
