import type { Session } from '@job-scope/auth-domain';
import type { SessionsEnding } from '@job-scope/auth-ports';
import {
  areAlive,
  DAY_MS,
  FIRST,
  open,
  stored,
  USER,
  type Opened,
  type SessionStoreCase,
  type SessionStoreHarness,
} from './session-store-harness';

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);

/** Sessions of one user, opened so many hours ago each. */
const openOfOne = async (harness: SessionStoreHarness, hours: readonly number[]): Promise<readonly Opened[]> => {
  const userId = await harness.addUser(USER);
  const opened: Opened[] = [];
  for (const each of hours) opened.push(await open(harness, USER, hoursAgo(each), userId));
  return opened;
};

const userOf = (opened: readonly Opened[]): string => opened[0]?.session.userId ?? '';

const idsOf = (sessions: readonly Session[]): readonly string[] => sessions.map(({ id }) => id);

const endingNow = (given: Partial<SessionsEnding> = {}): SessionsEnding => {
  const now = new Date();
  return { reason: 'password-changed', at: now, openedUntil: now, ...given };
};

const listing: readonly SessionStoreCase[] = [
  {
    title: 'A-16: lists the sessions of a user, of nobody else, the last seen first, as they are',
    check: async (harness) => {
      const opened = await openOfOne(harness, [3, 2, 1]);
      await open(harness);
      const [oldest, middle, newest] = opened;
      const rotation = await oldest?.present(FIRST, 2.5 * HOUR_MS);
      const listed = await harness.store.listOf(userOf(opened));
      expect(listed).toEqual([rotation?.session, newest?.session, middle?.session]);
    },
  },
  {
    title: 'B-5: lists neither what has ended nor what has expired',
    check: async (harness) => {
      const opened = await openOfOne(harness, [3, 2, 1, 31 * 24]);
      const [loggedOut, reused, alive] = opened;
      await loggedOut?.revoke();
      await reused?.present({ generation: 7, issue: 1 });
      expect(idsOf(await harness.store.listOf(userOf(opened)))).toEqual([alive?.session.id]);
    },
  },
  {
    title: 'lists nothing for a user without sessions',
    check: async (harness) => {
      expect(await harness.store.listOf(await harness.addUser(USER))).toEqual([]);
    },
  },
  {
    title: 'B-5: goes on listing a session that refreshes keep alive',
    check: async (harness) => {
      const opened = await openOfOne(harness, [29 * 24]);
      const rotation = await opened[0]?.present(FIRST, 29 * DAY_MS);
      expect(rotation?.outcome).toBe('advanced');
      expect(await harness.store.listOf(userOf(opened))).toEqual([rotation?.session]);
    },
  },
];

const ending: readonly SessionStoreCase[] = [
  {
    title:
      'A-9: ends all sessions of a user at once, says how many went on until then, and leaves those of others alone',
    check: async (harness) => {
      const [opened, others] = [await openOfOne(harness, [2, 1]), await openOfOne(harness, [1])];
      await open(harness, USER, hoursAgo(31 * 24), userOf(opened));
      const ending = endingNow();
      expect(await harness.store.endAllOf(userOf(opened), ending)).toBe(2);
      expect(await areAlive([...opened, ...others])).toEqual([false, false, true]);
      expect(await harness.store.listOf(userOf(opened))).toEqual([]);
      for (const { session, present } of opened) {
        const { reason, at } = ending;
        expect(await stored(harness, session.id)).toEqual({ ...session, revoked: { reason, at } });
        expect((await present(FIRST))?.outcome).toBe('ended');
      }
    },
  },
  {
    title: 'spares the one session that is to go on',
    check: async (harness) => {
      const opened = await openOfOne(harness, [3, 2, 1]);
      const [, own] = opened;
      expect(await harness.store.endAllOf(userOf(opened), endingNow({ except: own?.session.id }))).toBe(2);
      expect(await areAlive(opened)).toEqual([false, true, false]);
      expect((await own?.present(FIRST))?.outcome).toBe('advanced');
    },
  },
  {
    title: 'spares sessions opened later, however often it is repeated',
    check: async (harness) => {
      const opened = await openOfOne(harness, [3, 2, 1]);
      const repeated = endingNow({ openedUntil: opened[1]?.now });
      expect(await harness.store.endAllOf(userOf(opened), repeated)).toBe(2);
      expect(await harness.store.endAllOf(userOf(opened), repeated)).toBe(0);
      expect(await areAlive(opened)).toEqual([false, false, true]);
    },
  },
  {
    title: 'keeps the first revocation, and counts only what it has ended itself',
    check: async (harness) => {
      const opened = await openOfOne(harness, [2, 1]);
      const [first] = opened;
      await first?.revoke();
      expect(await harness.store.endAllOf(userOf(opened), endingNow())).toBe(1);
      expect((await stored(harness, first?.session.id ?? ''))?.revoked?.reason).toBe('logout');
    },
  },
  {
    title: 'B-6: lets no refresh survive the end of all sessions that it raced with',
    check: async (harness) => {
      const opened = await openOfOne(
        harness,
        Array.from({ length: 10 }, () => 1),
      );
      await Promise.all([
        ...opened.map(({ present }) => present(FIRST)),
        harness.store.endAllOf(userOf(opened), endingNow()),
        ...opened.map(({ present }) => present(FIRST)),
      ]);
      expect(await areAlive(opened)).toEqual(opened.map(() => false));
      for (const { present } of opened) expect((await present({ generation: 2, issue: 1 }))?.outcome).toBe('ended');
      expect(await harness.store.listOf(userOf(opened))).toEqual([]);
    },
  },
  {
    title: 'B-6: 50 parallel refreshes of one token and the end of all sessions leave it ended',
    check: async (harness) => {
      const opened = await openOfOne(harness, [1]);
      const [only] = opened;
      const refreshes = Array.from({ length: 50 }, () => only?.present(FIRST));
      const [rotations] = await Promise.all([
        Promise.all(refreshes),
        harness.store.endAllOf(userOf(opened), endingNow()),
      ]);
      const outcomes = new Set(rotations.map((rotation) => rotation?.outcome));
      expect(['advanced', 'repeated', 'ended']).toEqual(expect.arrayContaining([...outcomes]));
      expect(await only?.isAlive()).toBe(false);
    },
  },
  {
    title: 'B-6: leaves no session out of the list that was opened while others were',
    check: async (harness) => {
      const userId = await harness.addUser(USER);
      const opened = await Promise.all(Array.from({ length: 20 }, () => open(harness, USER, hoursAgo(1), userId)));
      const listed = idsOf(await harness.store.listOf(userId));
      expect(listed.toSorted()).toEqual(opened.map(({ session }) => session.id).toSorted());
      expect(await harness.store.endAllOf(userId, endingNow())).toBe(20);
      expect(await areAlive(opened)).toEqual(opened.map(() => false));
    },
  },
];

export const sessionListingCases: readonly SessionStoreCase[] = [...listing, ...ending];
