import type { CollectionQuery, VacancySnapshot } from '@job-scope/vacancies-domain';
import { describeOnSimulator, SIZE } from '../http-source/on-simulator.fixture';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { Simulator } from './simulator.fixture';
import { fixedToken, NEVER } from './stubbed-source.fixture';

const clock = { now: () => new Date() };

describeOnSimulator(
  'HeadHunterVacancySource',
  {
    start: (size) => Simulator.start(size),
    source: (baseUrl, budget, mood) => {
      const tokens = fixedToken(mood === 'unauthorized' ? 'another-token' : Simulator.token);
      const { userAgent } = Simulator;
      return new HeadHunterVacancySource({ baseUrl, userAgent, tokens, firstRetryDelayMs: 1 }, budget, clock);
    },
    moods: { blocked: { name: 'captcha' }, unauthorized: null, terse: { name: 'null_employer' } },
  },
  (get) => {
    it('V-16: says of single vacancies what has become of them: archived, deleted, or restored under another name', async () => {
      const { simulator, source } = get();
      const [open, archived, deleted] = (await simulator.vacancies()).map(({ sourceId }) => sourceId);
      await simulator.switchOn({ name: 'archive', ids: [archived] });
      await simulator.switchOn({ name: 'delete', ids: [deleted] });
      const stateOf = async (id = '') => {
        const answer = await source().inquiry?.ask({ sourceId: id, raw: null }, NEVER);
        return answer?.ok ? answer.value.state : answer?.error.code;
      };
      expect([await stateOf(open), await stateOf(archived), await stateOf(deleted)]).toEqual([
        ...['active', 'archived', 'gone'],
      ]);
      await simulator.switchOn({ name: 'restore', ids: [archived] });
      expect(await stateOf(archived)).toBe('archived');
      expect(await simulator.requests(`/vacancies/${open}`)).toBe(1);
    });

    const isBetween = (degrees = NaN, from: number, to: number) => degrees >= from && degrees <= to;
    const has =
      (...ids: readonly string[]) =>
      (one: { id: string | null } | null): boolean =>
        one !== null && ids.includes(one.id ?? '');

    it.each<[CollectionQuery, (vacancy: VacancySnapshot) => boolean]>([
      [{ experience: ['noExperience', 'moreThan6'] }, ({ experience }) => has('noExperience', 'moreThan6')(experience)],
      [{ employment: ['part', 'project'] }, ({ employment }) => has('part', 'project')(employment)],
      [{ schedule: ['remote'] }, ({ schedule }) => has('remote')(schedule)],
      [{ workFormats: ['HYBRID'] }, ({ workFormats }) => workFormats.some(has('HYBRID'))],
      [{ areas: ['1', '2'] }, ({ area }) => has('1', '2')(area)],
      [{ professionalRoles: ['96'] }, ({ professionalRoles }) => professionalRoles.some(has('96'))],
      [{ metro: ['2'] }, ({ address }) => address?.metro.some(({ line }) => has('2')(line)) ?? false],
      [
        { box: { top: 56, bottom: 55.5, left: 37.3, right: 37.6 } },
        ({ address }) => isBetween(address?.point?.lat, 55.5, 56) && isBetween(address?.point?.lng, 37.3, 37.6),
      ],
      [{ labels: ['with_address'] }, ({ address }) => address !== null],
      [{ onlyWithSalary: true }, ({ salary }) => salary !== null],
    ])('V-17: is shown what %j means, and nothing else', async (query, fits) => {
      const { collect } = get();
      const idsOf = (vacancies: readonly VacancySnapshot[]) => vacancies.map(({ sourceId }) => sourceId).sort();
      const all = (await collect()).pages.flatMap(({ vacancies }) => vacancies);
      const wanted = idsOf(all.filter(fits));
      expect([wanted.length > 0, wanted.length < all.length]).toEqual([true, true]);
      expect(idsOf((await collect({ query })).pages.flatMap(({ vacancies }) => vacancies))).toEqual(wanted);
    });

    it.each<CollectionQuery>([
      { text: 'sql', searchFields: ['description'] },
      { excludedText: 'sql' },
      { industries: ['7'] },
      { employmentForms: ['PROJECT'] },
      { partTime: ['part'] },
      { acceptTemporary: true },
      { salary: 2_000, currency: 'USD', onlyWithSalary: true },
    ])('V-17: is shown less for %j', async (query) => {
      const { ids } = await get().collect({ query });
      expect(ids.size).toBeLessThan(SIZE);
      expect(ids.size).toBeGreaterThan(0);
    });

    it('shows what was there at the start while new vacancies push it back', async () => {
      const { simulator, collect } = get();
      const before = await simulator.vacancies();
      await simulator.switchOn({ name: 'insert_between_pages', vacancies: 4 });
      const { ids } = await collect();
      expect(before.filter(({ sourceId }) => !ids.has(sourceId))).toEqual([]);
    });
  },
);
