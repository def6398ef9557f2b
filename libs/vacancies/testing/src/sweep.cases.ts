import { anEmployer } from './a-snapshot';
import { at, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import { edit } from './vacancy-editing.cases';
import { storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

export const threeStored = async (harness: VacancyStoreHarness) => {
  const stored = [];
  for (const id of ['1', '2', '3']) stored.push(await storeOne(harness, aVacancyToStore(id, 'same'), at(0)));
  return stored.map(({ id }) => id).sort();
};

export const sweepCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'V-16: finds what nobody has seen since, of all or of what a query has shown, in portions',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const [one = '', two = '', three = ''] = await threeStored(harness);
      const request = { source: 'headhunter', queryKey: null, before: at(5), employers: null } as const;
      const unseen = (queryKey: string | null, limit = 10, afterId: string | null = null) =>
        unitOfWork.run((tx) => tx.sweeps.unseen({ ...request, queryKey }, limit, afterId));
      await unitOfWork.run((tx) => tx.vacancies.amend([{ id: two, state: 'active', details: null }], at(5)));
      expect(await unseen(null)).toEqual([one, three]);
      expect(await unseen(null, 1)).toEqual([one]);
      expect(await unseen(null, 1, one)).toEqual([three]);
      expect(await unseen('a query')).toEqual([]);
      await unitOfWork.run(async ({ sweeps }) => {
        await sweeps.noteMatches('a query', 'headhunter', ['2', '3', 'unknown']);
        await sweeps.noteMatches('a query', 'headhunter', ['3']);
        await sweeps.noteMatches('another', 'trudvsem', ['1']);
      });
      expect(await unseen('a query')).toEqual([three]);
      expect(await unseen('another')).toEqual([]);
      await unitOfWork.run((tx) => tx.sweeps.forgetMatches('a query', [three]));
      expect(await unseen('a query')).toEqual([]);
      await unitOfWork.run((tx) => tx.vacancies.amend([{ id: one, state: 'gone', details: null }], at(6)));
      expect(await unseen(null)).toEqual([three]);
    },
  },
  {
    title: 'V-16: finds what nobody has seen since of some employers only',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const ids: string[] = [];
      for (const [index, employer] of [anEmployer('a', 'A'), anEmployer('b', 'B'), null].entries()) {
        ids.push((await storeOne(harness, aVacancyToStore(String(index), 'same', { employer }), at(0))).id);
      }
      const [ofA, ofB] = ids;
      await unitOfWork.run((tx) => tx.sweeps.noteMatches('a query', 'headhunter', ['0', '1', '2']));
      const request = { source: 'headhunter', before: at(5) } as const;
      for (const queryKey of [null, 'a query']) {
        const unseen = (employers: readonly string[] | null) =>
          unitOfWork.run((tx) => tx.sweeps.unseen({ ...request, queryKey, employers }, 10, null));
        expect(await unseen(['a', 'c'])).toEqual([ofA]);
        expect(await unseen(['a', 'b'])).toEqual([ofA, ofB].sort());
        expect(await unseen([])).toEqual([]);
        expect(await unseen(null)).toEqual([...ids].sort());
      }
    },
  },
  {
    title: 'V-16: takes a vacancy for one of the employer that its source has told, whatever superusers say',
    check: async (harness) => {
      const { id } = await storeOne(harness, aVacancyToStore('1', 'a', { employer: anEmployer('a', 'A') }), at(0));
      await edit(harness, id, ['employer'], aVacancyToStore('1', 'edited', { employer: anEmployer('b', 'B') }));
      const request = { source: 'headhunter', queryKey: null, before: at(9) } as const;
      const unseen = (...employers: readonly string[]) =>
        harness.unitOfWork.run((tx) => tx.sweeps.unseen({ ...request, employers }, 10, null));
      expect([await unseen('a'), await unseen('b')]).toEqual([[id], []]);
    },
  },
];
