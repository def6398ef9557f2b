import { VACANCY_STATES, type Salary } from '@job-scope/vacancies-domain';
import { anEmployer } from './a-snapshot';
import { passes } from './search-case';
import { found, foundTitles, put, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const byId = (id: string) => ({ ids: [id], names: [] });
const area = (id: string) => ({ id, name: 'Москва' });
const salary = (of: Partial<Salary>): Salary => ({
  ...{ fromMinor: null, toMinor: null, currency: 'RUB', gross: null, period: 'month' },
  ...of,
});
const NOON = new Date('2026-03-01T12:00:00.000Z');
const LATE = '01900000-0000-7000-8000-000000010000';
const after = (ms: number) => new Date(NOON.getTime() + ms);

export const searchFilterCases: readonly SuiteCase<VacancySearchHarness>[] = [
  passes('filters by source', { source: ['headhunter'] }, [{ title: '+ of that source' }]),
  passes('filters by the exact identifier of an area, not by its name', { area: byId('1') }, [
    { title: '+ that', area: area('1') },
    { title: 'another', area: area('11') },
    { title: 'none' },
  ]),
  passes('filters by employer', { employer: byId('7') }, [
    { title: '+ that', employer: anEmployer('7', 'Семь') },
    { title: 'another', employer: anEmployer('77', 'Семь') },
    { title: 'anonymous', employer: anEmployer(null, '7') },
  ]),
  passes('filters by experience', { experience: byId('noExperience') }, [
    { title: '+ that', experience: { id: 'noExperience', name: 'Нет опыта' } },
    { title: 'another', experience: { id: 'moreThan6', name: 'Нет опыта' } },
  ]),
  passes(
    'lets through any stated salary, one-sided and zero too, when only these are wanted',
    { onlyWithSalary: true },
    [
      { title: '+ from', salary: salary({ fromMinor: 100 }) },
      { title: '+ to', salary: salary({ toMinor: 100 }) },
      { title: '+ zero', salary: salary({ fromMinor: 0 }) },
      { title: 'unknown', salary: null },
    ],
  ),
  passes('lets through unknown salaries when nothing is wanted of them', { onlyWithSalary: false }, [
    { title: '+ known', salary: salary({ toMinor: 1 }) },
    { title: '+ unknown' },
  ]),
  passes('takes both bounds of publication as inclusive', { publishedFrom: NOON, publishedTo: after(1000) }, [
    { title: 'before', publishedAt: after(-1) },
    { title: '+ at the first', publishedAt: NOON },
    { title: '+ at the last', publishedAt: after(1000) },
    { title: 'after', publishedAt: after(1001) },
  ]),
  passes('lets through what was first stored as late as an identifier says', { idFrom: LATE }, [
    { title: 'before', id: '01900000-0000-7000-8000-00000000ffff' },
    { title: '+ at it', id: LATE },
    { title: '+ after', id: '01900000-0001-7000-8000-000000000000' },
  ]),
  passes('leaves closed vacancies out', {}, [
    { title: '+ open' },
    { title: 'archived', state: 'archived' },
    { title: 'gone', state: 'gone' },
  ]),
  passes('shows closed vacancies when asked for', { state: VACANCY_STATES }, [
    { title: '+ open' },
    { title: '+ archived', state: 'archived' },
    { title: '+ gone', state: 'gone' },
  ]),
  passes('shows closed vacancies alone, of either kind', { state: ['archived', 'gone'] }, [
    { title: 'open' },
    { title: '+ archived', state: 'archived' },
    { title: '+ gone', state: 'gone' },
  ]),
  passes('tells what its source has closed from what it has dropped', { state: ['gone'] }, [
    { title: 'open' },
    { title: 'archived', state: 'archived' },
    { title: '+ gone', state: 'gone' },
  ]),
  passes('joins the filters and the text by AND', { text: 'повар', area: byId('1'), onlyWithSalary: true }, [
    { title: '+ повар', area: area('1'), salary: salary({ fromMinor: 1 }) },
    { title: 'повар без зарплаты', area: area('1') },
    { title: 'повар не там', area: area('2'), salary: salary({ fromMinor: 1 }) },
    { title: 'водитель', area: area('1'), salary: salary({ fromMinor: 1 }) },
  ]),
  {
    title: 'V-9: forgets an open vacancy as soon as its closing is indexed',
    check: async (harness) => {
      const vacancy = vacancyToFind();
      await put(harness, vacancy);
      await put(harness, { ...vacancy, state: 'archived', revision: 2 });
      expect((await found(harness, {})).total.value).toBe(0);
    },
  },
  {
    title: 'takes a filter of strange characters for what it is: an identifier that nobody has',
    check: async (harness) => {
      await put(harness, vacancyToFind({ area: area('1') }));
      for (const id of [`' OR 1=1 --`, '*', '1"', ''])
        expect(await foundTitles(harness, { area: byId(id) })).toEqual([]);
    },
  },
];
