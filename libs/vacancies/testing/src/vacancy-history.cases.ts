import type { VacancyChange } from '@job-scope/vacancies-domain';
import { anAmendment, at, aVacancyToStore, someDetails } from './builders';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const NOTHING = { title: null, salary: null, description: null, state: null };
const SALARY = {
  fromMinor: 9_007_199_254_740_991,
  toMinor: null,
  currency: 'KZT',
  gross: null,
  period: 'hour',
} as const;

const historyOf = async ({ history }: VacancyStoreHarness, vacancyId: string): Promise<readonly VacancyChange[]> => {
  const changes = await history.changes({ vacancyId, limit: 100 });
  if (!changes.ok) throw new Error(changes.error.code);
  return changes.value.items;
};

export const vacancyHistoryCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'V-16: remembers what readers would notice of each change, the newest first',
    check: async (harness) => {
      const { id, title, salary } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      await store(harness, [aVacancyToStore('1', 'b', { salary: SALARY })], at(1));
      await store(harness, [aVacancyToStore('1', 'c', { salary: null, title: 'Other' })], at(2));
      await store(harness, [aVacancyToStore('1', 'd', { salary: null, title: 'Other', archived: true })], at(3));
      expect(await historyOf(harness, id)).toEqual([
        { ...NOTHING, revision: 4, at: at(3), state: { before: 'active', after: 'archived' } },
        {
          ...{ ...NOTHING, revision: 3, at: at(2) },
          ...{ title: { before: title, after: 'Other' }, salary: { before: SALARY, after: null } },
        },
        { ...NOTHING, revision: 2, at: at(1), salary: { before: salary, after: SALARY } },
      ]);
    },
  },
  {
    title: 'remembers nothing of a new vacancy, of one that is as it was, and of what readers would not notice',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      await store(harness, [aVacancyToStore('1', 'a')], at(1));
      await store(harness, [aVacancyToStore('1', 'b', { hasTest: true })], at(2));
      expect(await harness.vacancies.byId(id)).toMatchObject({ revision: 2 });
      expect(await historyOf(harness, id)).toEqual([]);
    },
  },
  {
    title: 'remembers the description that was replaced; one that became known has not changed',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      const amend = (seconds: number, text?: string) =>
        harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, 'active', text)], at(seconds)));
      await amend(1, 'Первое');
      await amend(2, 'Второе');
      const silent = { ...someDetails(''), description: null };
      await store(harness, [aVacancyToStore('1', 'a', { details: silent })], at(3));
      await amend(4, 'Третье');
      expect(await historyOf(harness, id)).toEqual([
        { ...NOTHING, revision: 5, at: at(4), description: { before: null } },
        { ...NOTHING, revision: 4, at: at(3), description: { before: 'Второе' } },
        { ...NOTHING, revision: 3, at: at(2), description: { before: 'Первое' } },
      ]);
    },
  },
  {
    title: 'remembers that a vacancy was gone, and came back',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      await harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, 'gone')], at(1)));
      await store(harness, [aVacancyToStore('1', 'a')], at(2));
      const states = (await historyOf(harness, id)).map(({ state }) => state?.after);
      expect(states).toEqual(['active', 'gone']);
    },
  },
  {
    title: 'loses no change when several workers change a vacancy at once: each begins where the one before ended',
    check: async (harness) => {
      const { id, title: first } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      const titles = Array.from({ length: 8 }, (_, index) => `title ${index}`);
      await Promise.all(titles.map((title) => store(harness, [aVacancyToStore('1', title, { title })], at(0))));
      const changes = (await historyOf(harness, id)).toReversed();
      expect(changes.map(({ revision }) => revision)).toEqual(titles.map((_, index) => index + 2));
      const before = [first, ...changes.map(({ title }) => title?.after)].slice(0, -1);
      expect(changes.map(({ title }) => title?.before)).toEqual(before);
    },
  },
  {
    title: 'keeps nothing of a change that was rolled back',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      const failing = harness.unitOfWork.run(async (tx) => {
        await tx.vacancies.store([aVacancyToStore('1', 'b', { title: 'Other' })], at(1));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await historyOf(harness, id)).toEqual([]);
    },
  },
  {
    title: 'shows a history page by page, and none of another vacancy',
    check: async (harness) => {
      const [one, other] = [
        await storeOne(harness, aVacancyToStore('1', '0'), at(0)),
        await storeOne(harness, aVacancyToStore('2', '0'), at(0)),
      ];
      for (let n = 1; n <= 5; n += 1) {
        await store(
          harness,
          ['1', '2'].map((id) => aVacancyToStore(id, `${n}`, { title: `${id}-${n}` })),
          at(n),
        );
      }
      const titles: (string | undefined)[] = [];
      let page = await harness.history.changes({ vacancyId: one.id, limit: 2 });
      for (; page.ok; page = await harness.history.changes({ vacancyId: one.id, limit: 2, from: page.value.next })) {
        titles.push(...page.value.items.map(({ title }) => title?.after));
        if (!page.value.next) break;
        const stolen = await harness.history.changes({ vacancyId: other.id, limit: 2, from: page.value.next });
        expect(stolen).toEqual({ ok: false, error: { code: 'vacancies.cursor-expired' } });
      }
      expect(titles).toEqual(['1-5', '1-4', '1-3', '1-2', '1-1']);
    },
  },
  {
    title: 'refuses a position that it did not make',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      for (const after of [[], [id], [id, 'x'], [id, null], [1, 2], [id, 2, 3]]) {
        for (const list of ['vacancies/postgres/vacancy-changes', 'another']) {
          const answer = await harness.history.changes({ vacancyId: id, limit: 2, from: { list, after } });
          expect(answer).toEqual({ ok: false, error: { code: 'vacancies.cursor-expired' } });
        }
      }
    },
  },
];
