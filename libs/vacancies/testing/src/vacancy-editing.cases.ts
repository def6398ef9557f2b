import type { EditableField, Salary } from '@job-scope/vacancies-domain';
import type { VacancyToStore } from '@job-scope/vacancies-ports';
import { at, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const SALARY: Salary = { fromMinor: 5_000_000, toMinor: null, currency: 'RUB', gross: true, period: 'month' };
const MONTHLY = { fromMinor: 5_000_000, toMinor: null, currency: 'RUB', estimated: false } as const;

const edit = (
  { unitOfWork }: VacancyStoreHarness,
  id: string,
  fields: readonly EditableField[],
  vacancy: VacancyToStore,
) => unitOfWork.run(({ vacancies }) => vacancies.edit(id, fields, vacancy, at(5)));

export const vacancyEditingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'takes what superusers change as a revision, and notes it in the history',
    check: async (harness) => {
      const before = await storeOne(harness, aVacancyToStore('1', 'a', { title: 'A' }), at(0));
      const monthlySalary = { ...MONTHLY, ratesOf: new Date('2026-03-01T00:00:00Z') };
      const changed = aVacancyToStore('1', 'edited', { title: 'B', salary: SALARY }, { monthlySalary });
      expect(await edit(harness, before.id, ['title', 'salary'], changed)).toMatchObject({
        id: before.id,
        revision: 2,
      });
      const after = { title: 'B', salary: SALARY, monthlySalary, revision: 2, changedAt: at(5) };
      expect(await harness.vacancies.byId(before.id)).toEqual({ ...before, ...after });
      const history = await harness.history.changes({ vacancyId: before.id, limit: 9 });
      const title = { before: 'A', after: 'B' };
      expect(history).toMatchObject({ value: { items: [{ title, salary: { after: SALARY }, state: null }] } });
    },
  },
  {
    title: 'keeps what was edited when its source tells otherwise, and takes the rest from it',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a', { title: 'A', requirement: 'a' }), at(0));
      await edit(harness, id, ['title'], aVacancyToStore('1', 'e', { title: 'B', requirement: 'a' }));
      await edit(harness, id, ['hasTest'], aVacancyToStore('1', 'e', { title: 'B', requirement: 'a', hasTest: true }));
      const told = { title: 'C', requirement: 'c', archived: true };
      const { written } = await store(harness, [aVacancyToStore('1', 'c', told)], at(9));
      expect(written).toMatchObject([{ id, revision: 4 }]);
      const kept = { title: 'B', hasTest: true, requirement: 'c', state: 'archived' };
      expect(await harness.vacancies.byId(id)).toMatchObject(kept);
    },
  },
  {
    title: 'V-16: writes nothing when the source tells again what it told before the edit',
    check: async (harness) => {
      const told = aVacancyToStore('1', 'a', { title: 'A' });
      const { id } = await storeOne(harness, told, at(0));
      await edit(harness, id, ['title'], aVacancyToStore('1', 'e', { title: 'B' }));
      expect(await store(harness, [told], at(9))).toEqual({ written: [], unchanged: 1 });
    },
  },
  {
    title: 'reads no payload anew over what was edited',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      await edit(harness, id, ['title'], aVacancyToStore('1', 'e', { title: 'B' }));
      const anew = { ...aVacancyToStore('1', 'anew', { title: 'C' }), id, revision: 2 };
      expect(await harness.unitOfWork.run(({ vacancies }) => vacancies.rewrite([anew]))).toEqual([]);
    },
  },
  {
    title: 'edits nothing that is not stored',
    check: async (harness) => {
      const nobody = '00000000-0000-7000-8000-ffffffffffff';
      await expect(edit(harness, nobody, ['title'], aVacancyToStore('1', 'a'))).rejects.toThrow(nobody);
    },
  },
];
