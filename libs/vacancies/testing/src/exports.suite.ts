import { err, ok } from '@job-scope/kernel';
import type { VacancyExport } from '@job-scope/vacancies-ports';
import { at } from './builders';
import { exportListingCases } from './export-listing.cases';
import { add, anExport, keyOf, OTHER, type ExportsHarness } from './exports-harness';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** Which one is taken up at that time, left as it is. */
const taken = async ({ queue }: ExportsHarness, now = at(9)): Promise<string | undefined> => {
  let id: string | undefined;
  await queue.advance(now, async (open) => {
    id = open.id;
    return open;
  });
  return id;
};

export const exportsCases: readonly SuiteCase<ExportsHarness>[] = [
  {
    title: 'gives back all that it was given, moments and places of a search, too',
    check: async (harness) => {
      const search = {
        ...({ text: "a'b", area: { ids: ['1'], names: ['Москва'] }, sort: 'salary', order: 'asc' } as const),
        ...{ salary: { fromMinor: 100, toMinor: null }, publishedFrom: at(1), publishedTo: at(2) },
        near: { point: { lat: 1.5, lng: -2 }, radiusMetres: 10 },
      };
      const ended = { total: 3, failure: 'f', failedSteps: 2, startedAt: at(1), finishedAt: at(2), expiresAt: at(99) };
      const next = { list: 'l', after: ['a', 1, null] };
      const fresh = await add(harness, { search, format: 'jsonl', next, rows: 5, bytes: 3_000_000_000, ...ended });
      expect(await harness.store.byId(fresh.id, at(9))).toEqual(fresh);
    },
  },
  {
    title: 'adds once under a key of one user, and refuses it for another wish',
    check: async ({ store }) => {
      const [first, again] = [anExport(), anExport()];
      await store.add(first, keyOf('k'), 9);
      expect(await store.add(again, keyOf('k'), 9)).toEqual(ok(first));
      const reused = err({ code: 'exports.idempotency-key-reused' });
      expect(await store.add(again, keyOf('k', 'another'), 9)).toEqual(reused);
      const other = anExport({ ownerId: OTHER });
      expect(await store.add(other, keyOf('k'), 9)).toEqual(ok(other));
    },
  },
  {
    title: 'makes no more at a time for one user than the limit, however many are asked for at once',
    check: async (harness) => {
      const { store } = harness;
      const added = await Promise.all([1, 2, 3, 4].map((n) => store.add(anExport(), keyOf(`k${n}`), 2)));
      expect(added.filter((each) => each.ok)).toHaveLength(2);
      expect(added.find((each) => !each.ok)).toMatchObject({ error: { code: 'exports.too-many' } });
      expect((await store.add(anExport({ ownerId: OTHER }), keyOf('k'), 2)).ok).toBe(true);
      const finish = async (open: VacancyExport) => ({ ...open, status: 'succeeded', expiresAt: at(99) }) as const;
      await harness.queue.advance(at(9), finish);
      expect((await store.add(anExport(), keyOf('k9'), 2)).ok).toBe(true);
    },
  },
  {
    title: 'gives to work what has waited longest, and keeps what becomes of it',
    check: async (harness) => {
      const late = await add(harness, { requestedAt: at(2) });
      const early = await add(harness, { requestedAt: at(1) });
      const progress = { status: 'running', rows: 7, bytes: 70, next: { list: 'l', after: [1] } } as const;
      expect(await harness.queue.advance(at(9), async (open) => ({ ...open, ...progress }))).toBe(true);
      expect(await harness.store.byId(early.id, at(9))).toEqual({ ...early, ...progress });
      expect(await harness.store.byId(late.id, at(9))).toEqual(late);
    },
  },
  {
    title: 'gives one that was put off to work after those that could have been taken up before',
    check: async (harness) => {
      const putOff = await add(harness, { requestedAt: at(1), availableAt: at(8) });
      const other = await add(harness, { requestedAt: at(2), availableAt: at(2) });
      expect(await taken(harness)).toBe(other.id);
      await harness.store.expire(other.id, at(9));
      expect(await taken(harness)).toBe(putOff.id);
    },
  },
  {
    title: 'amends one that is being made, which nobody is at, and no other',
    check: async (harness) => {
      const [open, other, over] = [await add(harness), await add(harness), await add(harness, { status: 'failed' })];
      const amend = (id: string, failure: string) => harness.queue.amend(id, (known) => ({ ...known, failure }));
      await harness.queue.advance(at(9), async (known) => {
        await amend(known.id, 'held');
        return known;
      });
      await amend(open.id, 'f');
      await amend(over.id, 'over');
      const failures = [open, other, over].map(async ({ id }) => (await harness.store.byId(id, at(9)))?.failure);
      expect(await Promise.all(failures)).toEqual(['f', null, null]);
    },
  },
  {
    title: 'gives none to work before its time, nor one that is over or was ended',
    check: async (harness) => {
      await add(harness, { availableAt: at(20) });
      await add(harness, { status: 'failed', expiresAt: at(99) });
      await add(harness, { status: 'succeeded', expiresAt: at(99) });
      const ended = await add(harness);
      await harness.store.expire(ended.id, at(1));
      expect(await taken(harness)).toBeUndefined();
      expect(await taken(harness, at(20))).toBeDefined();
    },
  },
  {
    title: 'leaves one as it was when work on it throws',
    check: async (harness) => {
      const fresh = await add(harness);
      const crash = harness.queue.advance(at(9), async () => {
        throw new Error('crash');
      });
      await expect(crash).rejects.toThrow('crash');
      expect(await harness.store.byId(fresh.id, at(9))).toEqual(fresh);
      expect(await taken(harness)).toBe(fresh.id);
    },
  },
  {
    title: 'gives one to no two at a time',
    check: async (harness) => {
      const [first, second] = [await add(harness), await add(harness)];
      await harness.queue.advance(at(9), async (open) => {
        expect([open.id, await taken(harness)]).toEqual([first.id, second.id]);
        return open;
      });
    },
  },
  {
    title: 'shows none that is expired, and gives the key of one that was ended free',
    check: async (harness) => {
      const { store } = harness;
      const fresh = anExport();
      await store.add(fresh, keyOf('k'), 1);
      await store.expire(fresh.id, at(5));
      expect(await store.byId(fresh.id, at(4))).toBeDefined();
      expect(await store.byId(fresh.id, at(5))).toBeUndefined();
      const another = anExport();
      expect(await store.add(another, keyOf('k'), 1)).toEqual(ok(another));
    },
  },
  {
    title: 'forgets what is expired when its file is gone, and nothing else',
    check: async ({ store, queue }) => {
      const [old, young] = [anExport({ expiresAt: at(5) }), anExport({ expiresAt: at(50) })];
      await store.add(old, keyOf('k1'), 9);
      await store.add(young, keyOf('k2'), 9);
      const broken = queue.forgetExpired(at(9), 10, () => Promise.reject(new Error('no disk')));
      await expect(broken).rejects.toThrow('no disk');
      const removed: string[] = [];
      const remove = async (expired: readonly VacancyExport[]) => void removed.push(...expired.map(({ id }) => id));
      expect(await queue.forgetExpired(at(9), 10, remove)).toBe(1);
      expect(await queue.forgetExpired(at(9), 10, remove)).toBe(0);
      expect(removed).toEqual([old.id]);
      expect(await store.byId(old.id, at(0))).toBeUndefined();
      expect(await store.byId(young.id, at(9))).toEqual(young);
    },
  },
  ...exportListingCases,
];

/** What every store of exports must do, on both of its sides. */
export const describeExports = (name: string, open: OpenHarness<ExportsHarness>): void =>
  describeSuite(`${name}: exports`, exportsCases, open);
