import { err, ok } from '@job-scope/kernel';
import { at } from './builders';
import { aLook, ANN, aSavedSearch, BOB, claimed, storedAt, type SavedSearchesCase } from './saved-searches-harness';

const unwanted = { code: 'unwanted' } as const;

export const savedSearchKeepingCases: readonly SavedSearchesCase[] = [
  {
    title: 'keeps a saved search as it is, for its user alone',
    check: async ({ store }) => {
      const [older, search] = [aSavedSearch({ name: 'b' }), aSavedSearch({ name: 'a', paused: true, language: 'en' })];
      for (const each of [older, search]) expect(await store.add(each, 50)).toEqual(ok(undefined));
      expect(await store.byId(ANN, search.id)).toEqual(search);
      expect(await store.ofOwner(ANN)).toEqual([search, older]);
      expect([await store.byId(BOB, search.id), await store.ofOwner(BOB)]).toEqual([undefined, []]);
      const unchanged = await store.change(BOB, search.id, (stored) => ok({ ...stored, name: 'c' }));
      expect(unchanged).toEqual(err({ code: 'saved-searches.not-found' }));
      expect(await store.remove(BOB, search.id, () => true)).toEqual(err({ code: 'saved-searches.not-found' }));
      expect(await store.byId(ANN, search.id)).toEqual(search);
    },
  },
  {
    title: 'gives a name to one of a user, also when two want it at once, and no more than the limit',
    check: async ({ store }) => {
      const added = await Promise.all([1, 2, 3].map(() => store.add(aSavedSearch(), 50)));
      expect(added.map((each) => (each.ok ? 'added' : each.error.code)).sort()).toEqual([
        ...['added', 'saved-searches.name-taken', 'saved-searches.name-taken'],
      ]);
      expect(await store.add(aSavedSearch({ ownerId: BOB }), 50)).toEqual(ok(undefined));
      const more = await Promise.all(['a', 'b', 'c'].map((name) => store.add(aSavedSearch({ name }), 3)));
      expect(more.filter(({ ok: isAdded }) => isAdded)).toHaveLength(2);
      expect(more).toContainEqual(err({ code: 'saved-searches.too-many' }));
    },
  },
  {
    title: 'changes what is stored, unless that is not wanted or the name is taken',
    check: async ({ store }) => {
      const search = aSavedSearch();
      await store.add(search, 50);
      await store.add(aSavedSearch({ name: 'Drivers' }), 50);
      const changed = { ...search, terms: { text: 'шеф' }, dueAt: at(9), revision: 2 };
      expect(await store.change(ANN, search.id, () => ok(changed))).toEqual(ok(changed));
      expect(await store.change(ANN, search.id, () => err(unwanted))).toEqual(err(unwanted));
      const renamed = await store.change(ANN, search.id, (stored) => ok({ ...stored, name: 'Drivers' }));
      expect(renamed).toEqual(err({ code: 'saved-searches.name-taken' }));
      expect(await store.byId(ANN, search.id)).toEqual(changed);
    },
  },
  {
    title: 'deletes only what is meant, with the mails about it',
    check: async (harness) => {
      const search = await claimed(harness);
      await harness.looks.conclude(aLook(search, [storedAt(1)]));
      expect(await harness.store.remove(ANN, search.id, ({ revision }) => revision === 7)).toEqual(ok(false));
      expect(await harness.store.remove(ANN, search.id, ({ revision }) => revision === 1)).toEqual(ok(true));
      expect(await harness.store.byId(ANN, search.id)).toBeUndefined();
      expect(await harness.queue.claim(at(9), at(99), 10)).toEqual([]);
    },
  },
];

export const userFollowingCases: readonly SavedSearchesCase[] = [
  {
    title: 'knows the address of a user as it was told last, and takes each news once',
    check: async ({ store, recipients }) => {
      const start = await recipients.position();
      const told = (offset: number, userId: string, deliverTo: string | null) => ({
        ...{ position: String(BigInt(start) + BigInt(offset)), userId, deleted: false, deliverTo },
      });
      const news = [told(2, ANN, 'ann@example.org'), told(5, BOB, 'bob@example.org')];
      const taken = await Promise.all([recipients.take(start, news), recipients.take(start, news)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await recipients.position()).toBe(news[1]?.position);
      expect(await store.deliveryAddressOf(BOB)).toBe('bob@example.org');
      const later = [told(6, ANN, 'anna@example.org'), told(7, BOB, null)];
      expect(await recipients.take(start, later)).toBe(false);
      expect(await recipients.take(await recipients.position(), later)).toBe(true);
      expect([await store.deliveryAddressOf(ANN), await store.deliveryAddressOf(BOB)]).toEqual([
        ...['anna@example.org', null],
      ]);
    },
  },
  {
    title: 'deletes the saved searches of a deleted user, and of nobody else',
    check: async (harness) => {
      const { store, recipients } = harness;
      const search = await claimed(harness);
      const kept = aSavedSearch({ ownerId: BOB });
      await store.add(kept, 50);
      await harness.looks.conclude(aLook(search, [storedAt(1)]));
      const position = await recipients.position();
      const news = { position: String(BigInt(position) + 1n), userId: ANN, deleted: true, deliverTo: null };
      await recipients.take(position, [news]);
      expect([await store.ofOwner(ANN), await store.ofOwner(BOB)]).toEqual([[], [kept]]);
      expect(await store.deliveryAddressOf(ANN)).toBeNull();
      expect(await harness.queue.claim(at(9), at(99), 9)).toEqual([]);
    },
  },
];
