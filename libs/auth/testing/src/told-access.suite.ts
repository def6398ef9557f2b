import { GONE, openSession, type AccessMark } from '@job-scope/auth-domain';
import type { Denial } from '@job-scope/auth-ports';
import fc from 'fast-check';
import {
  LIMITS,
  open,
  SUPERUSER,
  USER,
  type SessionStoreCase,
  type SessionStoreHarness,
} from './session-store-harness';
import { describeSuite, type OpenHarness } from './suite';

const INACTIVE = { active: false, superuser: false };
const ALL = (id: string): Denial => ({ id, takes: 'all' });
const SUPER = (id: string): Denial => ({ id, takes: 'superuser' });

const statusOf = async ({ isAlive, isSuperuser }: Awaited<ReturnType<typeof open>>) => ({
  active: await isAlive(),
  superuser: await isSuperuser(),
});

const telling: readonly SessionStoreCase[] = [
  {
    title: 'A-8: believes the newest of what it is told, in whatever order it comes and however often',
    check: async (harness) => {
      const marks: readonly AccessMark[] = [
        { ...USER, revision: 2 },
        { ...INACTIVE, revision: 3 },
        { ...SUPERUSER, revision: 4 },
      ];
      const told = fc.shuffledSubarray([...marks, ...marks], { minLength: 4, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(told, async (order) => {
          const opened = await open(harness);
          for (const mark of order) await harness.store.setAccess(opened.session.userId, mark);
          const newest = order.toSorted((a, b) => b.revision - a.revision)[0];
          expect(await statusOf(opened)).toEqual({ active: newest?.active, superuser: newest?.superuser });
        }),
        { numRuns: 20 },
      );
    },
  },
  {
    title: 'A-9: believes nothing more of a user who is gone, and opens no session for them',
    check: async (harness) => {
      const opened = await open(harness);
      const { userId } = opened.session;
      await harness.store.setAccess(userId, GONE);
      await harness.store.setAccess(userId, { ...USER, revision: 2 });
      expect(await opened.isAlive()).toBe(false);
      const session = openSession({ ...opened.session, id: harness.newId() }, new Date(), LIMITS);
      expect(await harness.store.open(session, { ...USER, revision: 2 })).toBe(false);
      expect(await harness.statuses.read([session.id])).toEqual(new Map());
    },
  },
  {
    title: 'A-8: learns from a log-in what the user may do, unless it knows better',
    check: async (harness) => {
      const opened = await open(harness);
      const session = openSession({ ...opened.session, id: harness.newId() }, new Date(), LIMITS);
      await harness.store.open(session, { ...SUPERUSER, revision: 3 });
      await harness.store.setAccess(session.userId, { ...INACTIVE, revision: 2 });
      expect(await statusOf(opened)).toEqual(SUPERUSER);
    },
  },
];

/** As `takeAccess` does it, for a user who is told to be a superuser first. */
const denied = async (harness: SessionStoreHarness, ...denials: readonly Denial[]) => {
  const opened = await open(harness, SUPERUSER);
  const { userId } = opened.session;
  for (const denial of denials) await harness.store.deny(userId, denial);
  const tell = (mark: AccessMark, lifted?: string) => harness.store.setAccess(userId, mark, lifted);
  return { opened, userId, tell, status: () => statusOf(opened) };
};

const denying: readonly SessionStoreCase[] = [
  {
    title: 'A-8: takes all access at once, or only that of a superuser, and from nobody else',
    check: async (harness) => {
      const other = await open(harness, SUPERUSER);
      expect((await (await denied(harness, ALL('d1'))).status()).active).toBe(false);
      expect(await (await denied(harness, SUPER('d1'))).status()).toEqual(USER);
      expect(await statusOf(other)).toEqual(SUPERUSER);
    },
  },
  {
    title: 'A-8: holds whatever else is told, and dies by its own id alone',
    check: async (harness) => {
      const { tell, status } = await denied(harness, ALL('d1'));
      await tell({ ...SUPERUSER, revision: 2 });
      await tell({ ...SUPERUSER, revision: 2 }, 'd0');
      expect((await status()).active).toBe(false);
      await tell({ ...SUPERUSER, revision: 2 }, 'd1');
      expect(await status()).toEqual(SUPERUSER);
    },
  },
  {
    title: 'A-8: whoever died before the commit: the relay lifts the denial, and the user has what they had',
    check: async (harness) => {
      const { tell, status } = await denied(harness, ALL('d1'));
      await tell({ ...SUPERUSER, revision: 1 }, 'd1');
      expect(await status()).toEqual(SUPERUSER);
    },
  },
  {
    title: 'A-8: whoever died after the commit: the denial holds until the relay tells what was committed',
    check: async (harness) => {
      const { tell, status } = await denied(harness, ALL('d1'));
      expect((await status()).active).toBe(false);
      await tell({ ...INACTIVE, revision: 2 }, 'd1');
      await tell({ ...SUPERUSER, revision: 1 }, 'd1');
      expect(await status()).toEqual(INACTIVE);
    },
  },
  {
    title: 'A-8: gives way to a second denial, which the first one cannot lift',
    check: async (harness) => {
      const { tell, status } = await denied(harness, ALL('d1'), ALL('d2'));
      await tell({ ...SUPERUSER, revision: 2 }, 'd1');
      expect((await status()).active).toBe(false);
      await tell({ ...SUPERUSER, revision: 2 }, 'd2');
      expect(await status()).toEqual(SUPERUSER);
    },
  },
  {
    title: 'A-8: never gives way to one that takes less',
    check: async (harness) => {
      const { tell, status } = await denied(harness, ALL('d1'), SUPER('d2'));
      expect((await status()).active).toBe(false);
      await tell({ ...SUPERUSER, revision: 2 }, 'd1');
      expect((await status()).active).toBe(false);
      await tell({ ...SUPERUSER, revision: 2 }, 'd2');
      expect(await status()).toEqual(SUPERUSER);
      const grown = await denied(harness, SUPER('d1'), ALL('d2'));
      expect((await grown.status()).active).toBe(false);
    },
  },
  {
    title: 'A-8: holds for sessions that are opened meanwhile',
    check: async (harness) => {
      const { userId, tell } = await denied(harness, ALL('d1'));
      const later = await open(harness, SUPERUSER, new Date(), userId);
      expect(await later.isAlive()).toBe(false);
      await tell({ ...SUPERUSER, revision: 1 }, 'd1');
      expect(await later.isAlive()).toBe(true);
    },
  },
];

export const toldAccessCases: readonly SessionStoreCase[] = [...telling, ...denying];

/** What a `SessionStore` must do besides if it stands away from the users, and knows only what it is told of them. */
export const describeToldAccess = (name: string, harness: OpenHarness<SessionStoreHarness>): void =>
  describeSuite(`${name}: a SessionStore that is told`, toldAccessCases, harness);
