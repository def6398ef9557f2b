import type { Reference, Vacancy } from '@job-scope/vacancies-domain';
import { FACET_NAMES, MAX_FACET_VALUES, type FacetValue } from '@job-scope/vacancies-ports';
import { anEmployer } from './a-snapshot';
import { detailed } from './search-case';
import { found, put, putBeside, toIndex, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const reference = (id: string, name: string): Reference => ({ id, name });
const valueOf = ({ id, name }: Reference, count: number): FacetValue => ({ id, name, count });

const MOSCOW = reference('1', 'Москва');
const KAZAN = reference('88', 'Казань');
const JUNIOR = reference('noExperience', 'Нет опыта');
const SENIOR = reference('moreThan6', 'Более 6 лет');

/** Three juniors in Moscow, two seniors in Moscow, one junior in Kazan. */
const staff = (): Vacancy[] => [
  ...[1, 2, 3].map(() => vacancyToFind({ area: MOSCOW, experience: JUNIOR })),
  ...[1, 2].map(() => vacancyToFind({ area: MOSCOW, experience: SENIOR })),
  vacancyToFind({ area: KAZAN, experience: JUNIOR, title: 'Повар' }),
];

export const searchFacetCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'V-14: counts the values of every facet, the commonest first',
    check: async (harness) => {
      const [chef, cook] = [reference('94', 'Шеф-повар'), reference('95', 'Повар')];
      const [onSite, remote] = [reference('ON_SITE', 'На месте'), reference('REMOTE', 'Удалённо')];
      const [full, part] = [reference('full', 'Полная занятость'), reference('part', 'Частичная занятость')];
      const [shift, flexible] = [reference('shift', 'Сменный график'), reference('flexible', 'Гибкий график')];
      const common: Partial<Vacancy> = {
        ...{
          area: MOSCOW,
          employer: anEmployer('7', 'Ромашка'),
          experience: JUNIOR,
          employment: full,
          schedule: shift,
        },
        ...{ workFormats: [onSite], professionalRoles: [cook] },
      };
      await put(
        harness,
        vacancyToFind({ ...common, ...detailed(null, ['SQL']) }),
        vacancyToFind({ ...common, ...detailed(null, ['SQL', 'C++']), workFormats: [onSite, remote] }),
        vacancyToFind({
          ...{ source: 'trudvsem', area: KAZAN, employer: anEmployer('8', 'Лютик'), experience: SENIOR },
          ...{ employment: part, schedule: flexible, workFormats: [onSite], professionalRoles: [chef, cook] },
          ...detailed(null, ['SQL']),
        }),
      );
      expect((await found(harness, { facets: FACET_NAMES })).facets).toEqual({
        source: [
          expect.objectContaining({ id: 'headhunter', count: 2 }),
          expect.objectContaining({ id: 'trudvsem', count: 1 }),
        ],
        area: [valueOf(MOSCOW, 2), valueOf(KAZAN, 1)],
        employer: [valueOf(reference('7', 'Ромашка'), 2), valueOf(reference('8', 'Лютик'), 1)],
        professionalRole: [valueOf(cook, 3), valueOf(chef, 1)],
        experience: [valueOf(JUNIOR, 2), valueOf(SENIOR, 1)],
        employment: [valueOf(full, 2), valueOf(part, 1)],
        schedule: [valueOf(shift, 2), valueOf(flexible, 1)],
        workFormat: [valueOf(onSite, 3), valueOf(remote, 1)],
        skill: [valueOf(reference('SQL', 'SQL'), 3), valueOf(reference('C++', 'C++'), 1)],
      });
    },
  },
  {
    title: 'counts no facet that was not asked for, and has no values for one that nothing has',
    check: async (harness) => {
      await put(harness, ...staff());
      expect((await found(harness, {})).facets).toEqual({});
      expect((await found(harness, { facets: ['schedule', 'skill'] })).facets).toEqual({ schedule: [], skill: [] });
    },
  },
  {
    title: 'counts within the text and all other filters, but not within the filter of its own name',
    check: async (harness) => {
      await put(harness, ...staff());
      const filters = { area: { ids: ['1'], names: [] }, experience: { ids: [], names: ['нет опыта'] } };
      const { facets, total } = await found(harness, { ...filters, facets: ['area', 'experience'] });
      expect(total.value).toBe(3);
      expect(facets).toEqual({
        area: [valueOf(MOSCOW, 3), valueOf(KAZAN, 1)],
        experience: [valueOf(JUNIOR, 3), valueOf(SENIOR, 2)],
      });
      const cooks = await found(harness, { ...filters, text: 'повар', facets: ['area', 'experience'] });
      expect(cooks.facets).toEqual({ area: [valueOf(KAZAN, 1)], experience: [] });
    },
  },
  {
    title: 'counts all that match, however few of them the page shows, and the same on every page',
    check: async (harness) => {
      await put(harness, ...staff());
      const first = await found(harness, { limit: 1, facets: ['experience'] });
      const second = await found(harness, { limit: 1, facets: ['experience'], from: first.next });
      expect(first.facets).toEqual({ experience: [valueOf(JUNIOR, 4), valueOf(SENIOR, 2)] });
      expect(second.facets).toEqual(first.facets);
    },
  },
  {
    title: 'counts a vacancy in every area that it lies in, the wider ones too',
    check: async (harness) => {
      const [russia, district] = [reference('113', 'Россия'), reference('1.1', 'Арбат')];
      const path = (...areaPath: Reference[]) => ({
        ...{ vacancy: vacancyToFind({ area: areaPath.at(-1) ?? null }), areaPath, isCanonical: true },
      });
      await putBeside(harness, path(russia), path(russia, MOSCOW), path(russia, MOSCOW, district), path());
      const { facets } = await found(harness, { facets: ['area'] });
      expect(facets).toEqual({ area: [valueOf(russia, 3), valueOf(MOSCOW, 2), valueOf(district, 1)] });
    },
  },
  {
    title: 'counts anonymous employers by name, and leaves out who is not named at all',
    check: async (harness) => {
      const nameless = () => vacancyToFind({ employer: anEmployer(null, 'Крупная компания') });
      await put(
        harness,
        nameless(),
        nameless(),
        vacancyToFind({ employer: anEmployer('7', 'Ромашка') }),
        vacancyToFind(),
      );
      const anonymous = { id: null, name: 'Крупная компания', count: 2 };
      const { facets } = await found(harness, { facets: ['employer'] });
      expect(facets).toEqual({ employer: [anonymous, valueOf(reference('7', 'Ромашка'), 1)] });
    },
  },
  {
    title: 'counts neither closed vacancies nor duplicates',
    check: async (harness) => {
      await putBeside(
        harness,
        toIndex(vacancyToFind({ experience: JUNIOR })),
        toIndex(vacancyToFind({ experience: JUNIOR, state: 'archived' })),
        { ...toIndex(vacancyToFind({ experience: JUNIOR })), isCanonical: false },
      );
      expect((await found(harness, { facets: ['experience'] })).facets).toEqual({ experience: [valueOf(JUNIOR, 1)] });
    },
  },
  {
    title: `tells the ${MAX_FACET_VALUES} commonest values and no more`,
    check: async (harness) => {
      const skills = Array.from({ length: MAX_FACET_VALUES + 5 }, (_, i) => `умение ${i}`);
      await put(harness, vacancyToFind(detailed(null, skills)), vacancyToFind(detailed(null, skills.slice(-2))));
      const { skill = [] } = (await found(harness, { facets: ['skill'] })).facets;
      expect(skill).toHaveLength(MAX_FACET_VALUES);
      expect(skill.map(({ count }) => count)).toEqual([2, 2, ...Array.from({ length: MAX_FACET_VALUES - 2 }, () => 1)]);
      expect(
        skill
          .slice(0, 2)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(skills.slice(-2).sort());
    },
  },
];
