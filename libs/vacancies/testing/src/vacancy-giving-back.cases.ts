import { editableContentOf, type Salary } from '@job-scope/vacancies-domain';
import { anAmendment, at, aVacancyToStore, someDetails } from './builders';
import type { SuiteCase } from './suite';
import { edit } from './vacancy-editing.cases';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const SALARY: Salary = { fromMinor: 5_000_000, toMinor: null, currency: 'RUB', gross: true, period: 'month' };

/** What is edited of it, for readers and writers alike, and what its source says. */
const known = async ({ unitOfWork, vacancies: reader }: VacancyStoreHarness, id: string) => {
  const [held, told] = await unitOfWork.run(
    async ({ vacancies }) => [await vacancies.hold(id), await vacancies.told(id)] as const,
  );
  expect(await reader.editedFieldsOf(id)).toEqual(held?.edited);
  return { edited: held?.edited ?? [], told };
};

export const vacancyGivingBackCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'tells which fields are edited, and what their source has told of them since',
    check: async (harness) => {
      const before = aVacancyToStore('1', 'a', { title: 'A', requirement: 'a', details: someDetails('before') });
      const { id } = await storeOne(harness, before, at(0));
      expect(await known(harness, id)).toEqual({ edited: [], told: editableContentOf(before.snapshot) });
      const said = { ...before.snapshot, title: 'B', salary: SALARY, details: someDetails('edited') };
      await edit(harness, id, ['title', 'salary', 'description'], aVacancyToStore('1', 'e', said));
      const first = await known(harness, id);
      expect([first.told, [...first.edited].sort()]).toEqual([
        editableContentOf(before.snapshot),
        ['description', 'salary', 'title'],
      ]);
      const { title, salary } = before.snapshot;
      await store(harness, [aVacancyToStore('1', 'c', { title: 'C', requirement: 'c', salary: null })], at(7));
      expect((await known(harness, id)).told).toMatchObject({
        ...{ title: 'C', requirement: 'c', salary: null, description: { text: 'before' } },
      });
      await harness.unitOfWork.run(({ vacancies }) => vacancies.amend([anAmendment(id, 'active', 'asked')], at(8)));
      await store(harness, [aVacancyToStore('1', 'd', { title, salary, requirement: 'd' })], at(9));
      expect((await known(harness, id)).told).toMatchObject({ title, salary, description: { text: 'asked' } });
    },
  },
  {
    title: 'lets sources change again what is no longer edited, and is told nothing apart when nothing is',
    check: async (harness) => {
      const told = aVacancyToStore('1', 'a', { title: 'A', hasTest: false });
      const { id } = await storeOne(harness, told, at(0));
      await edit(harness, id, ['title', 'hasTest'], aVacancyToStore('1', 'e', { title: 'B', hasTest: true }));
      await edit(harness, id, ['hasTest'], aVacancyToStore('1', 'e', { title: 'A', hasTest: true }));
      expect(await harness.vacancies.byId(id)).toMatchObject({ title: 'A', hasTest: true, revision: 3 });
      expect(await store(harness, [told], at(6))).toEqual({ written: [], unchanged: 1 });
      await store(harness, [aVacancyToStore('1', 'c', { title: 'C' })], at(7));
      expect(await harness.vacancies.byId(id)).toMatchObject({ title: 'C', hasTest: true, revision: 4 });
      await edit(harness, id, [], aVacancyToStore('1', 'e', { title: 'C' }));
      const anew = { ...aVacancyToStore('1', 'anew', { title: 'D' }), id, revision: 5 };
      expect(await harness.unitOfWork.run(({ vacancies }) => vacancies.rewrite([anew]))).toHaveLength(1);
      expect(await known(harness, id)).toMatchObject({ edited: [], told: { title: 'D' } });
    },
  },
  {
    title:
      'knows no details any more when all are given back that its source has not told, and takes them when it does',
    check: async (harness) => {
      const before = await storeOne(harness, aVacancyToStore('1', 'a', { details: null }), at(0));
      const said = aVacancyToStore('1', 'e', { details: someDetails('edited') });
      const none = aVacancyToStore('1', 'e', { details: { description: null, keySkills: [], createdAt: null } });
      const { id } = before;
      for (const others of [[], ['title']] as const) {
        await edit(harness, id, ['title'], aVacancyToStore('1', 'e', { details: null }));
        await edit(harness, id, ['title', 'description', 'keySkills'], said);
        await edit(harness, id, ['title', 'keySkills'], said);
        expect(await harness.vacancies.byId(id)).toMatchObject({ details: { keySkills: someDetails('').keySkills } });
        await edit(harness, id, others, none);
        expect(await harness.vacancies.byId(id)).toMatchObject({ details: null });
      }
      await harness.unitOfWork.run(({ vacancies }) => vacancies.amend([anAmendment(id, 'active', 'asked')], at(8)));
      await edit(harness, id, ['description'], said);
      await edit(harness, id, [], aVacancyToStore('1', 'e', { details: someDetails('asked') }));
      expect(await harness.vacancies.byId(id)).toMatchObject({ details: { description: { text: 'asked' } } });
    },
  },
  {
    title: 'shows nobody what is edited of a vacancy that is withheld or not stored',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a'), at(0));
      expect(await harness.vacancies.editedFieldsOf(id)).toEqual([]);
      await harness.unitOfWork.run(({ vacancies }) => vacancies.withhold(id, 'hidden', at(1)));
      expect(await harness.vacancies.editedFieldsOf(id)).toBeUndefined();
    },
  },
];
