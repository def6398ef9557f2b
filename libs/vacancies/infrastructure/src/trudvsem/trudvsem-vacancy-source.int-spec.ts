import { EVERYTHING } from '@job-scope/vacancies-domain';
import { describeOnSimulator, SIZE } from '../http-source/on-simulator.fixture';
import { Simulator } from './simulator.fixture';
import { TrudvsemVacancySource } from './trudvsem-vacancy-source';

const clock = { now: () => new Date() };
const NEVER = new AbortController().signal;

describeOnSimulator(
  'TrudvsemVacancySource',
  {
    start: (size) => Simulator.start(size),
    source: (baseUrl, budget) => new TrudvsemVacancySource({ baseUrl, firstRetryDelayMs: 1 }, budget, clock),
  },
  (get) => {
    it.each([
      ['a page of a server error once', { name: 'server_error', count: 1, after: 1 }],
      ['200 with an error once', { name: 'ok_with_error', count: 1, after: 1 }],
    ])('loses nothing to %s', async (_title, scenario) => {
      const { simulator, collect } = get();
      await simulator.switchOn(scenario);
      expect((await collect()).ids.size).toBe(SIZE);
    });

    it('shows in the halves of a slice, and in its regions, all that the whole shows', async () => {
      const { source, collect } = get();
      const split = await source().split({ query: {}, slice: EVERYTHING }, NEVER);
      const halves = split.ok ? split.value.slices : [];
      expect(halves).toHaveLength(2);
      const hour = new Date('2026-11-01T00:00:00Z');
      const short = { publishedFrom: hour, publishedTo: hour, filters: {} };
      const regional = await source().split({ query: {}, slice: short }, NEVER);
      const regions = (regional.ok ? regional.value.slices : []).map(({ filters }) => ({ ...EVERYTHING, filters }));
      for (const slices of [halves, regions]) {
        const seen = new Set<string>();
        for (const slice of slices) for (const id of (await collect({ slice })).ids) seen.add(id);
        expect(seen.size).toBe(SIZE);
      }
    });

    it('finds what the query asks for, and nothing else', async () => {
      const { collect } = get();
      const all = (await collect()).pages.flatMap(({ vacancies }) => vacancies);
      const { area, employer } = all.find((vacancy) => vacancy.employer?.id) ?? {};
      const inArea = all.filter((vacancy) => vacancy.area?.id === area?.id).map(({ sourceId }) => sourceId);
      const ofEmployer = all.filter((vacancy) => vacancy.employer?.id === employer?.id).map(({ sourceId }) => sourceId);
      expect((await collect({ query: { areas: [area?.id ?? ''] } })).ids).toEqual(new Set(inArea));
      expect((await collect({ query: { employers: [employer?.id ?? ''] } })).ids).toEqual(new Set(ofEmployer));
    });
  },
);
