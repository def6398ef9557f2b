import { ownVacancy, type VacancyEdit } from '@job-scope/vacancies-domain';
import type { VacancyToStore } from '@job-scope/vacancies-ports';
import { at, aVacancyToStore, someDetails } from './builders';
import { SequentialIds } from './sequential-ids';
import type { SuiteCase } from './suite';
import { store, storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const ids = new SequentialIds('a04');

const anOwn = (id: string, edit: VacancyEdit): VacancyToStore =>
  aVacancyToStore(id, 'own', ownVacancy(id, edit, at(0)), { duplicateKey: 'k' });

const create = ({ unitOfWork }: VacancyStoreHarness, id: string, vacancy: VacancyToStore) =>
  unitOfWork.run((tx) => tx.vacancies.create(id, vacancy, at(1)));

export const vacancyCreatingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'creates a vacancy that comes from no source, under its own identifier',
    check: async (harness) => {
      const id = ids.next();
      const address = {
        ...{ city: null, street: null, building: null, description: null },
        ...{ text: 'Тверская, 1', point: { lat: 55.75, lng: 37.6 }, metro: [] },
      };
      const { description, keySkills } = someDetails('Текст');
      const vacancy = anOwn(id, { title: 'Own', url: 'https://example.com', address, description, keySkills });
      expect(await create(harness, id, vacancy)).toEqual({ id, revision: 1, outcome: 'created' });
      const { archived: _archived, ...snapshot } = vacancy.snapshot;
      expect(await harness.vacancies.byId(id)).toEqual({
        ...{ ...snapshot, id, state: 'active', revision: 1, monthlySalary: null, duplicateKey: 'k' },
        ...{ firstSeenAt: at(1), lastSeenAt: at(1), changedAt: at(1) },
      });
      const twin = await storeOne(harness, aVacancyToStore('1', 'a', {}, { duplicateKey: 'k' }), at(2));
      expect((await harness.vacancies.duplicatesOf(twin.id, 9)).map((each) => each.id)).toEqual([id, twin.id]);
    },
  },
  {
    title: 'creates nothing over what is there',
    check: async (harness) => {
      const id = ids.next();
      await create(harness, id, anOwn(id, { title: 'First' }));
      await expect(create(harness, id, anOwn(id, { title: 'Second' }))).rejects.toThrow();
      expect(await harness.vacancies.byId(id)).toMatchObject({ title: 'First', revision: 1 });
    },
  },
  {
    title: 'finds no vacancy of our own among those that a source shows no longer, nor among its payloads',
    check: async (harness) => {
      const id = ids.next();
      await create(harness, id, anOwn(id, { title: 'Own' }));
      const { id: collected } = await storeOne(harness, aVacancyToStore('1', 'a'), at(1));
      const request = { source: 'headhunter', queryKey: null, before: at(9), employers: null } as const;
      const unseen = await harness.unitOfWork.run(async ({ sweeps }) => {
        await sweeps.noteMatches('q', 'headhunter', [id, '1']);
        return [await sweeps.unseen(request, 9, null), await sweeps.unseen({ ...request, queryKey: 'q' }, 9, null)];
      });
      expect(unseen).toEqual([[collected], [collected]]);
      const payloads = await harness.payloads.page({ source: 'headhunter', after: null, limit: 9 });
      expect(payloads.map((payload) => payload.id)).toEqual([collected]);
    },
  },
  {
    title: 'collects another vacancy whose identifier at its source is that of one of our own',
    check: async (harness) => {
      const id = ids.next();
      await create(harness, id, anOwn(id, { title: 'Own' }));
      const { written } = await store(harness, [aVacancyToStore(id, 'a', { title: 'Collected' })], at(2));
      expect(written).toMatchObject([{ outcome: 'created' }]);
      expect(await harness.vacancies.byId(id)).toMatchObject({ title: 'Own', source: 'own', revision: 1 });
    },
  },
];
