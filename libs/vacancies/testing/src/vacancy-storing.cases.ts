import fc from 'fast-check';
import { anAmendment, at, aVacancyToStore, someDetails } from './builders';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

export const vacancyStoringCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'V-16: counts an unchanged vacancy, and notes only that it was seen',
    check: async (harness) => {
      const before = await storeOne(harness, aVacancyToStore('1', 'same'), at(0));
      const result = await store(harness, [aVacancyToStore('1', 'same', { title: 'not looked at' })], at(5));
      expect(result).toEqual({ written: [], unchanged: 1 });
      expect(await harness.vacancies.byId(before.id)).toEqual({ ...before, lastSeenAt: at(5) });
    },
  },
  {
    title: 'V-15: rewrites a changed vacancy under the next revision, and remembers when it changed and was first seen',
    check: async (harness) => {
      const before = await storeOne(harness, aVacancyToStore('1', 'old'), at(0));
      const result = await store(harness, [aVacancyToStore('1', 'new', { title: 'New', raw: { n: 1 } })], at(5));
      expect(result).toEqual({ written: [{ id: before.id, revision: 2, outcome: 'changed' }], unchanged: 0 });
      const after = { title: 'New', raw: { n: 1 }, revision: 2, changedAt: at(5), lastSeenAt: at(5) };
      expect(await harness.vacancies.byId(before.id)).toEqual({ ...before, ...after });
    },
  },
  {
    title: 'closes a vacancy and opens it again',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'open'), at(0));
      await store(harness, [aVacancyToStore('1', 'closed', { archived: true })], at(1));
      expect(await harness.vacancies.byId(id)).toMatchObject({ state: 'archived', revision: 2 });
      await store(harness, [aVacancyToStore('1', 'open')], at(2));
      expect(await harness.vacancies.byId(id)).toMatchObject({ state: 'active', revision: 3 });
    },
  },
  {
    title: 'keeps the details that it knows when a source tells none, and rewrites for those that are new',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'same'), at(0));
      const told = aVacancyToStore('1', 'same', { details: someDetails('Текст') });
      expect(await store(harness, [told], at(1))).toMatchObject({ written: [{ id, revision: 2 }] });
      expect(await store(harness, [told, aVacancyToStore('2', 'x')], at(2))).toMatchObject({ unchanged: 1 });
      expect(await store(harness, [aVacancyToStore('1', 'same')], at(3))).toEqual({ written: [], unchanged: 1 });
      await store(harness, [aVacancyToStore('1', 'other', { title: 'New' })], at(4));
      const after = { title: 'New', details: someDetails('Текст'), revision: 3 };
      expect(await harness.vacancies.byId(id)).toMatchObject(after);
    },
  },
  {
    title: 'finds a vacancy open again that was gone, though it says the same',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'same'), at(0));
      await harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, 'gone')], at(1)));
      expect(await store(harness, [aVacancyToStore('1', 'same')], at(2))).toMatchObject({ written: [{ revision: 3 }] });
      expect(await harness.vacancies.byId(id)).toMatchObject({ state: 'active', changedAt: at(2), firstSeenAt: at(0) });
    },
  },
  {
    title: 'does not let a late answer say that a vacancy was last seen earlier',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'same'), at(9));
      await store(harness, [aVacancyToStore('1', 'same')], at(5));
      expect(await harness.vacancies.byId(id)).toMatchObject({ lastSeenAt: at(9) });
    },
  },
  {
    title: 'stores nothing of an empty batch',
    check: async (harness) => expect(await store(harness, [], at(0))).toEqual({ written: [], unchanged: 0 }),
  },
  {
    title: 'V-3: refuses a batch that holds a vacancy twice, and stores nothing of it',
    check: async (harness) => {
      const batch = [aVacancyToStore('1', 'a'), aVacancyToStore('2', 'a'), aVacancyToStore('1', 'b')];
      await expect(store(harness, batch, at(0))).rejects.toThrow('each vacancy once');
      expect(await store(harness, [aVacancyToStore('2', 'a')], at(0))).toMatchObject({ unchanged: 0 });
    },
  },
  {
    title: 'takes batches of any size',
    check: async (harness) => {
      const batch = Array.from({ length: 2000 }, (_, index) => aVacancyToStore(`${index}`, 'same'));
      expect((await store(harness, batch, at(0))).written).toHaveLength(2000);
      expect(await store(harness, batch, at(1))).toEqual({ written: [], unchanged: 2000 });
    },
  },
  {
    title: 'stores each vacancy once when several workers bring the same ones at once, in any order',
    check: async (harness) => {
      const batch = Array.from({ length: 50 }, (_, index) => aVacancyToStore(`${index}`, 'same'));
      const orders = [batch, [...batch].reverse(), [...batch.slice(25), ...batch.slice(0, 25)], batch];
      const results = await Promise.all(orders.map((order) => store(harness, order, at(0))));
      const written = results.flatMap((result) => result.written);
      expect(new Set(written.map(({ id }) => id)).size).toBe(50);
      expect(written).toHaveLength(50);
    },
  },
  {
    title: 'gives every change of a vacancy the next revision, whoever brings it',
    check: async (harness) => {
      const contents = Array.from({ length: 12 }, (_, index) => `content ${index}`);
      const results = await Promise.all(
        contents.map((content) => store(harness, [aVacancyToStore('1', content)], at(0))),
      );
      const revisions = results.flatMap(({ written }) => written.map(({ revision }) => revision));
      expect(revisions.sort((a, b) => a - b)).toEqual(contents.map((_, index) => index + 1));
    },
  },
  {
    title: 'agrees with a model that knows only contents and revisions, for any sequence of batches',
    check: async (harness) => {
      const vacancies = fc.record({ id: fc.nat(6), content: fc.constantFrom('a', 'b', 'c') });
      const batches = fc.array(fc.uniqueArray(vacancies, { selector: ({ id }) => id, maxLength: 6 }), { maxLength: 6 });
      let round = 0;
      const property = fc.asyncProperty(batches, async (sequence) => {
        const model = new Map<number, { content: string; revision: number }>();
        const prefix = `round-${round++}-`;
        for (const batch of sequence) {
          const changed = batch.filter(({ id, content }) => model.get(id)?.content !== content);
          for (const { id, content } of changed) {
            model.set(id, { content, revision: (model.get(id)?.revision ?? 0) + 1 });
          }
          const toStore = batch.map(({ id, content }) => aVacancyToStore(`${prefix}${id}`, content));
          const { written, unchanged } = await store(harness, toStore, at(0));
          expect(unchanged).toBe(batch.length - changed.length);
          const expected = changed.map(({ id }) => model.get(id)?.revision);
          expect(written.map(({ revision }) => revision).sort()).toEqual(expected.sort());
        }
      });
      await fc.assert(property, { numRuns: 30 });
    },
  },
];
