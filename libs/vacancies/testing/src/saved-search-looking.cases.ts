import { ok } from '@job-scope/kernel';
import { nextLookAt, type SavedSearch } from '@job-scope/vacancies-domain';
import { at } from './builders';
import {
  aLook,
  ANN,
  aNewVacancy,
  aSavedSearch,
  claimed,
  knowAnn,
  storedAt,
  type SavedSearchesCase,
} from './saved-searches-harness';

export const savedSearchLookingCases: readonly SavedSearchesCase[] = [
  {
    title: 'gives what is due to one worker, the longest due first, and again only when the claim is over',
    check: async ({ store, looks }) => {
      const [late, later, paused, next] = [
        ...[aSavedSearch({ name: 'late', dueAt: at(-20) }), aSavedSearch({ name: 'later', dueAt: at(-10) })],
        ...[
          aSavedSearch({ name: 'paused', dueAt: at(-30), paused: true }),
          aSavedSearch({ name: 'next', dueAt: at(5) }),
        ],
      ];
      for (const each of [next, later, paused, late]) await store.add(each as SavedSearch, 50);
      expect(await looks.backlog(at(0))).toEqual({ due: 2, oldestDueAt: at(-20), unsent: 0 });
      expect(await looks.claimDue(at(0), at(300), 1)).toEqual([{ ...late, dueAt: at(300) }]);
      const rest = await Promise.all([looks.claimDue(at(0), at(300), 9), looks.claimDue(at(0), at(300), 9)]);
      expect(rest.flat()).toEqual([{ ...later, dueAt: at(300) }]);
      expect((await looks.claimDue(at(300), at(600), 9)).map(({ name }) => name)).toContain('late');
    },
  },
  {
    title: 'tells of each vacancy once, and moves on',
    check: async (harness) => {
      const { store, looks, queue } = harness;
      const search = await claimed(harness);
      const found = [storedAt(1), storedAt(2)];
      const look = aLook(search, found);
      expect(await looks.conclude(look)).toBe(2);
      expect(await store.byId(ANN, search.id)).toEqual({ ...search, watermark: at(60), dueAt: at(3600) });
      expect(await looks.untold(search.id, [...found, storedAt(3)])).toEqual([storedAt(3)]);
      const [again] = await looks.claimDue(at(3600), at(3900), 1);
      const second = aLook(again as SavedSearch, [...found, storedAt(3)]);
      expect(await looks.conclude(second)).toBe(1);
      const mails = await queue.claim(at(3600), at(3660), 10);
      expect(mails.map(({ id, total }) => [id, total])).toEqual([
        ...[
          [look.notificationId, 2],
          [second.notificationId, 1],
        ],
      ]);
      expect(mails.map(({ vacancies }) => vacancies)).toEqual([[aNewVacancy(storedAt(1))], []]);
    },
  },
  {
    title: 'queues no mail about nothing, and none for whom nobody knows, but moves on',
    check: async (harness) => {
      const { looks, queue, recipients } = harness;
      const search = await claimed(harness);
      expect(await looks.conclude(aLook(search, [], { dueAt: at(1) }))).toBe(0);
      await knowAnn(recipients, null);
      const [again] = await looks.claimDue(at(1), at(300), 1);
      expect(await looks.conclude(aLook(again as SavedSearch, [storedAt(1)]))).toBe(0);
      expect(await queue.claim(at(9), at(99), 10)).toEqual([]);
    },
  },
  {
    title: 'concludes no look at what was changed, paused, deleted or claimed again meanwhile',
    check: async (harness) => {
      const { store, looks, queue } = harness;
      const search = await claimed(harness);
      const look = aLook(search, [storedAt(1)]);
      await store.change(ANN, search.id, (stored) => ok({ ...stored, revision: 2 }));
      expect(await looks.conclude(look)).toBe(false);
      await store.change(ANN, search.id, (stored) => ok({ ...stored, revision: 1, paused: true }));
      expect(await looks.conclude(look)).toBe(false);
      await store.change(ANN, search.id, (stored) => ok({ ...stored, paused: false }));
      await looks.claimDue(at(300), at(600), 1);
      expect(await looks.conclude(look)).toBe(false);
      await store.remove(ANN, search.id, () => true);
      expect(await looks.conclude(look)).toBe(false);
      expect(await queue.claim(at(9), at(99), 10)).toEqual([]);
    },
  },
  {
    title: 'forgets what it told once that is not looked at any more',
    check: async (harness) => {
      const search = await claimed(harness);
      const [early, late] = [storedAt(1), storedAt(86_000)];
      const watermark = nextLookAt('daily', at(60));
      await harness.looks.conclude(aLook(search, [early, late], { watermark }));
      expect(await harness.looks.untold(search.id, [early, late])).toEqual([early]);
    },
  },
];

export const notificationCases: readonly SavedSearchesCase[] = [
  {
    title: 'gives a mail to one worker, and again until it is settled, each time as the same',
    check: async (harness) => {
      const { looks, queue, store } = harness;
      const search = await claimed(harness);
      const look = aLook(search, [storedAt(1), storedAt(2)]);
      await looks.conclude(look);
      const [[mail], [none]] = await Promise.all([queue.claim(at(1), at(60), 9), queue.claim(at(1), at(60), 9)]);
      const first = mail ?? none;
      expect([mail, none]).toContain(undefined);
      const { name, terms, language } = search;
      expect(first).toMatchObject({ id: look.notificationId, deliverTo: 'ann@example.org', total: 2, attempts: 0 });
      expect(first?.search).toMatchObject({ name, terms, language });
      expect(await queue.claim(at(59), at(99), 9)).toEqual([]);
      await queue.putOff(look.notificationId, at(70));
      expect(await queue.claim(at(60), at(99), 9)).toEqual([]);
      expect(await queue.claim(at(70), at(99), 9)).toEqual([{ ...first, attempts: 1 }]);
      expect(await looks.backlog(at(0))).toMatchObject({ unsent: 1 });
      await queue.settle(look.notificationId);
      expect(await queue.claim(at(99), at(199), 9)).toEqual([]);
      expect(await store.byId(ANN, search.id)).toBeDefined();
    },
  },
  {
    title: 'pauses by the secret in the mail, and then sends nothing more',
    check: async (harness) => {
      const { looks, queue, store } = harness;
      const search = await claimed(harness);
      await looks.conclude(aLook(search, [storedAt(1)]));
      const [mail] = await queue.claim(at(1), at(2), 9);
      const secret = mail?.search.secret ?? '';
      expect(await store.pauseBySecret('00000000-0000-4000-8000-000000000000', at(5))).toBe(false);
      expect(await store.pauseBySecret(secret, at(5))).toBe(true);
      expect(await store.pauseBySecret(secret, at(6))).toBe(true);
      expect(await store.byId(ANN, search.id)).toMatchObject({ paused: true, revision: 2, updatedAt: at(5) });
      expect(await queue.claim(at(2), at(3), 9)).toMatchObject([{ deliverTo: null }]);
    },
  },
];
