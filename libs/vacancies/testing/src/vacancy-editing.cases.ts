import {
  EDITABLE_FIELDS,
  editableContentOf,
  editedVacancy,
  type EditableField,
  type Salary,
  type VacancyEdit,
} from '@job-scope/vacancies-domain';
import type { VacancyToStore } from '@job-scope/vacancies-ports';
import { anEmployer } from './a-snapshot';
import { anAmendment, at, aVacancyToStore, someDetails } from './builders';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const SALARY: Salary = { fromMinor: 5_000_000, toMinor: null, currency: 'RUB', gross: true, period: 'month' };
const MONTHLY = { fromMinor: 5_000_000, toMinor: null, currency: 'RUB', estimated: false } as const;

/** Something else for every field but the details. */
const EDIT: VacancyEdit = {
  ...{ title: 'B', url: 'https://example.com/b', applyUrl: 'https://example.com/apply', salary: SALARY },
  ...{ employer: anEmployer('7', 'Other'), area: { id: '2', name: 'Питер' }, address: null },
  ...{ experience: { id: 'e', name: 'E' }, employment: { id: 'm', name: 'M' }, schedule: { id: 's', name: 'S' } },
  ...{ workFormats: [{ id: 'w', name: 'W' }], professionalRoles: [{ id: 'p', name: 'P' }] },
  ...{ requirement: 'r', responsibility: 'b', hasTest: true, archived: true, publishedAt: at(-60) },
};

export const edit = (
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
      const both = { title: 'B', requirement: 'a', hasTest: true };
      await edit(harness, id, ['title', 'hasTest'], aVacancyToStore('1', 'e', both));
      const told = { title: 'C', requirement: 'c', archived: true };
      const { written } = await store(harness, [aVacancyToStore('1', 'c', told)], at(9));
      expect(written).toMatchObject([{ id, revision: 4 }]);
      const kept = { title: 'B', hasTest: true, requirement: 'c', state: 'archived' };
      expect(await harness.vacancies.byId(id)).toMatchObject(kept);
    },
  },
  {
    title: 'groups a vacancy by what its source tells, unless that is edited of which groups are made',
    check: async (harness) => {
      const told = aVacancyToStore('1', 'a', {}, { duplicateKey: 'a' });
      const { id } = await storeOne(harness, told, at(0));
      const key = async () => (await harness.vacancies.byId(id))?.duplicateKey;
      await edit(harness, id, ['hasTest'], aVacancyToStore('1', 'e', { hasTest: true }, { duplicateKey: 'a' }));
      await store(harness, [aVacancyToStore('1', 'b', {}, { duplicateKey: 'b' })], at(6));
      expect(await key()).toBe('b');
      await edit(harness, id, ['title'], aVacancyToStore('1', 'e', { title: 'B' }, { duplicateKey: 'e' }));
      await store(harness, [aVacancyToStore('1', 'c', {}, { duplicateKey: 'c' })], at(7));
      expect(await key()).toBe('e');
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
    title: 'keeps every field that superusers may change, and takes the others from the source',
    check: async (harness) => {
      const before = aVacancyToStore('1', 'a', { details: someDetails('before') });
      const { id } = await storeOne(harness, before, at(0));
      const { description } = someDetails('edited');
      const edited = editedVacancy(before.snapshot, { ...EDIT, description, keySkills: ['Go'] });
      await edit(harness, id, EDITABLE_FIELDS, aVacancyToStore('1', 'e', edited));
      const after = await harness.vacancies.byId(id);
      expect(after && editableContentOf(after)).toEqual(editableContentOf(edited));
      expect(await store(harness, [before], at(6))).toEqual({ written: [], unchanged: 1 });
      const told = { title: 'C', details: someDetails('told'), acceptsIncompleteResumes: true };
      await store(harness, [aVacancyToStore('1', 'c', told)], at(7));
      await harness.unitOfWork.run(({ vacancies }) => vacancies.amend([anAmendment(id, 'gone', 'asked')], at(8)));
      const kept = await harness.vacancies.byId(id);
      expect(kept && editableContentOf(kept)).toEqual(editableContentOf(edited));
      expect(kept).toMatchObject({ state: 'archived', acceptsIncompleteResumes: true, revision: 4 });
      const history = await harness.history.changes({ vacancyId: id, limit: 9 });
      expect(history).toMatchObject({
        value: { items: [{ description: { before: 'before' }, title: { after: 'B' }, state: { after: 'archived' } }] },
      });
    },
  },
  {
    title: 'takes details for what they are that superusers tell before their source does',
    check: async (harness) => {
      const before = aVacancyToStore('1', 'a');
      const { id } = await storeOne(harness, before, at(0));
      const { description } = someDetails('edited');
      await edit(
        harness,
        id,
        ['description'],
        aVacancyToStore('1', 'e', editedVacancy(before.snapshot, { description })),
      );
      await harness.unitOfWork.run(({ vacancies }) => vacancies.amend([anAmendment(id, 'active', 'told')], at(8)));
      expect((await harness.vacancies.byId(id))?.details).toEqual({ ...someDetails('told'), description });
      expect(await harness.history.changes({ vacancyId: id, limit: 9 })).toEqual({ ok: true, value: { items: [] } });
    },
  },
  {
    title:
      'V-16: keeps closed what superusers have closed, and writes nothing for that; what is gone is closed already',
    check: async (harness) => {
      const told = aVacancyToStore('1', 'a');
      const { id } = await storeOne(harness, told, at(0));
      const closed = aVacancyToStore('1', 'e', { archived: true });
      await edit(harness, id, ['archived'], closed);
      expect(await store(harness, [told], at(6))).toEqual({ written: [], unchanged: 1 });
      const gone = await harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, 'gone')], at(7)));
      expect([gone, (await harness.vacancies.byId(id))?.state]).toEqual([[], 'archived']);
      await edit(harness, id, [], told);
      expect(await harness.vacancies.byId(id)).toMatchObject({ state: 'active', revision: 3 });
      await harness.unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(id, 'gone')], at(8)));
      await edit(harness, id, ['title'], aVacancyToStore('1', 'e', { title: 'B', archived: true }));
      expect(await harness.vacancies.byId(id)).toMatchObject({ title: 'B', state: 'gone', revision: 5 });
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
      await expect(harness.unitOfWork.run(({ vacancies }) => vacancies.told(nobody))).rejects.toThrow(nobody);
    },
  },
];
