import { EVERYTHING, type Slice } from '@job-scope/vacancies-domain';
import { describeVacancySource, OpenBudget, type SourceMood } from '@job-scope/vacancies-testing';
import type { SourcePage } from '@job-scope/vacancies-ports';
import { html, startHttpStub, type HttpStub } from '../http-source/http-stub.fixture';
import { Simulator } from './simulator.fixture';
import { TrudvsemVacancySource } from './trudvsem-vacancy-source';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const SIZE = 250;
const clock = { now: () => new Date() };
const NEVER = new AbortController().signal;

/** What the simulator does to be in a mood. */
const SCENARIOS: Readonly<Partial<Record<SourceMood, string>>> = {
  'rate-limited': 'too_many_requests',
  down: 'bad_gateway',
  silent: 'hang',
};

/** What the portal does not do by itself: something before it keeps us out. */
const GUARDED: Readonly<Partial<Record<SourceMood, number>>> = { blocked: 403, unauthorized: 401 };

describe('on the simulator', () => {
  let simulator: Simulator;
  let empty: Simulator;
  let guard: HttpStub;
  beforeAll(async () => {
    [simulator, empty, guard] = await Promise.all([Simulator.start(SIZE), Simulator.start(0), startHttpStub()]);
  }, 120_000);
  afterAll(() => Promise.all([simulator.stop(), empty.stop(), guard.close()]));

  describeVacancySource('TrudvsemVacancySource', async () => {
    await simulator.reset();
    guard.requests.length = 0;
    let { url } = simulator;
    return {
      source: (budget) => new TrudvsemVacancySource({ baseUrl: url, firstRetryDelayMs: 1 }, budget, clock),
      sourceIds: () => simulator.ids(),
      spoil: async () => {
        const [first = ''] = await simulator.ids();
        await simulator.switchOn({ name: 'malformed_item' });
        return first;
      },
      empty: async () => {
        ({ url } = empty);
      },
      turn: async (mood) => {
        await simulator.reset();
        const [name, status] = [SCENARIOS[mood], GUARDED[mood]];
        url = mood === 'refusing' ? `${simulator.url}/nowhere` : simulator.url;
        if (name) await simulator.switchOn({ name });
        if (status === undefined) return;
        guard.respond = html(status);
        url = guard.baseUrl;
      },
      requests: async () => (await simulator.requests()) + guard.requests.length,
    };
  });

  describe('TrudvsemVacancySource', () => {
    beforeEach(() => simulator.reset());

    const source = () =>
      new TrudvsemVacancySource({ baseUrl: simulator.url, firstRetryDelayMs: 1 }, new OpenBudget(), clock);

    const collect = async (slice: Slice = EVERYTHING, query = {}): Promise<readonly SourcePage[]> => {
      const adapter = source();
      const pages: SourcePage[] = [];
      for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
        const page = await adapter.page({ query, slice, cursor }, NEVER);
        if (!page.ok) throw new Error(page.error.detail);
        pages.push(page.value);
        cursor = page.value.next;
      }
      return pages;
    };

    const idsIn = (pages: readonly SourcePage[]) =>
      new Set(pages.flatMap(({ vacancies }) => vacancies.map(({ sourceId }) => sourceId)));

    it('understands every vacancy that the simulator invents', async () => {
      const pages = await collect();
      expect(pages.flatMap(({ rejected }) => rejected)).toEqual([]);
      expect(idsIn(pages).size).toBe(SIZE);
    });

    it.each([
      ['fields that no document knows', { name: 'unknown_fields' }],
      ['null in every field that may be null', { name: 'null_fields' }],
      ['duplicates across pages', { name: 'duplicates', items: 3 }],
      ['a page of a server error once', { name: 'server_error', count: 1, after: 1 }],
      ['200 with an error once', { name: 'ok_with_error', count: 1, after: 1 }],
      ['a reset once', { name: 'reset', count: 1, after: 1 }],
      ['a truncated answer once', { name: 'truncated_gzip', count: 1, after: 1 }],
    ])('loses nothing to %s', async (_title, scenario) => {
      await simulator.switchOn(scenario);
      expect(idsIn(await collect()).size).toBe(SIZE);
    });

    it('shows in the halves of a slice, and in its regions, all that the whole shows', async () => {
      const split = await source().split({ query: {}, slice: EVERYTHING }, NEVER);
      const halves = split.ok ? split.value.slices : [];
      expect(halves).toHaveLength(2);
      const hour = new Date('2026-11-01T00:00:00Z');
      const short = { publishedFrom: hour, publishedTo: hour, filters: {} };
      const regional = await source().split({ query: {}, slice: short }, NEVER);
      const regions = (regional.ok ? regional.value.slices : []).map(({ filters }) => ({ ...EVERYTHING, filters }));
      for (const slices of [halves, regions]) {
        const seen = new Set<string>();
        for (const slice of slices) for (const id of idsIn(await collect(slice))) seen.add(id);
        expect(seen.size).toBe(SIZE);
      }
    });

    it('finds what the query asks for, and nothing else', async () => {
      const all = (await collect()).flatMap(({ vacancies }) => vacancies);
      const { area, employer } = all.find((vacancy) => vacancy.employer?.id) ?? {};
      const inArea = all.filter((vacancy) => vacancy.area?.id === area?.id).map(({ sourceId }) => sourceId);
      const ofEmployer = all.filter((vacancy) => vacancy.employer?.id === employer?.id).map(({ sourceId }) => sourceId);
      expect(idsIn(await collect(EVERYTHING, { areas: [area?.id] }))).toEqual(new Set(inArea));
      expect(idsIn(await collect(EVERYTHING, { employers: [employer?.id] }))).toEqual(new Set(ofEmployer));
    });
  });
});
