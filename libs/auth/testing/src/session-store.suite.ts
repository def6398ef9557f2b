import { openSession } from '@job-scope/auth-domain';
import { sessionListingCases } from './session-listing.cases';
import {
  DAY_MS,
  FIRST,
  LIMITS,
  open,
  stored,
  SUPERUSER,
  USER,
  type SessionStoreCase,
  type SessionStoreHarness,
} from './session-store-harness';
import { describeSuite, type OpenHarness } from './suite';

const storing: readonly SessionStoreCase[] = [
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

const rotating: readonly SessionStoreCase[] = [
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

const statuses: readonly SessionStoreCase[] = [
  {
    title: 'tells the status of many sessions at once, and leaves out those it does not know',
    check: async (harness) => {
      const [plain, superuser] = [await open(harness), await open(harness, SUPERUSER)];
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

export const sessionStoreCases: readonly SessionStoreCase[] = [
  ...storing,
  ...rotating,
  ...statuses,
  ...sessionListingCases,
];

/** What every `SessionStore` must do, as seen by it and by the `SessionStatusReader` beside it. */
export const describeSessionStore = (name: string, harness: OpenHarness<SessionStoreHarness>): void =>
  describeSuite(`${name}: a SessionStore`, sessionStoreCases, harness);
