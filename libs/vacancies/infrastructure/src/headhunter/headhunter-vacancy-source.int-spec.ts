import { EVERYTHING } from '@job-scope/vacancies-domain';
import { describeVacancySource, OpenBudget, type SourceMood } from '@job-scope/vacancies-testing';
import type { SourcePage, SourcePageRequest } from '@job-scope/vacancies-ports';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { Simulator } from './simulator.fixture';
import { fixedToken } from './stubbed-source.fixture';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const SIZE = 250;
const clock = { now: () => new Date() };

/** What the simulator does to be in a mood; the others are in how it is asked. */
const SCENARIOS: Readonly<Partial<Record<SourceMood, string>>> = {
  blocked: 'captcha',
  'rate-limited': 'too_many_requests',
  down: 'bad_gateway',
  silent: 'hang',
};

describe('on the simulator', () => {
  let simulator: Simulator;
  let empty: Simulator;
  beforeAll(async () => {
    [simulator, empty] = await Promise.all([Simulator.start(SIZE), Simulator.start(0)]);
  }, 120_000);
  afterAll(() => Promise.all([simulator.stop(), empty.stop()]));

  describeVacancySource('HeadHunterVacancySource', async () => {
    await simulator.reset();
    let mood: SourceMood = 'well';
    let { url } = simulator;
    return {
      source: (budget) => {
        const baseUrl = mood === 'refusing' ? `${url}/nowhere` : url;
        const tokens = fixedToken(mood === 'unauthorized' ? 'another-token' : Simulator.token);
        const { userAgent } = Simulator;
        return new HeadHunterVacancySource({ baseUrl, userAgent, tokens, firstRetryDelayMs: 1 }, budget, clock);
      },
      sourceIds: () => simulator.ids(),
      spoil: async () => {
        const [first = ''] = await simulator.ids();
        await simulator.switchOn({ name: 'malformed_item' });
        return first;
      },
      empty: async () => {
        ({ url } = empty);
      },
      turn: async (wanted) => {
        mood = wanted;
        await simulator.reset();
        const name = SCENARIOS[wanted];
        if (name) await simulator.switchOn({ name });
      },
      requests: () => simulator.requests(),
    };
  });

  describe('HeadHunterVacancySource', () => {
    beforeEach(() => simulator.reset());

    const collect = async (): Promise<readonly SourcePage[]> => {
      const { url: baseUrl } = simulator;
      const { userAgent, token } = Simulator;
      const source = new HeadHunterVacancySource(
        { baseUrl, userAgent, tokens: fixedToken(token), firstRetryDelayMs: 1 },
        new OpenBudget(),
        clock,
      );
      const request: SourcePageRequest = { query: {}, slice: EVERYTHING, cursor: null };
      const pages: SourcePage[] = [];
      for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
        const page = await source.page({ ...request, cursor }, new AbortController().signal);
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
      ['vacancies without employer', { name: 'null_employer' }],
      ['duplicates across pages', { name: 'duplicates', items: 3 }],
      ['a bad gateway once', { name: 'bad_gateway', count: 1, after: 1 }],
      ['a reset once', { name: 'reset', count: 1, after: 1 }],
      ['a truncated answer once', { name: 'truncated_gzip', count: 1, after: 1 }],
    ])('loses nothing to %s', async (_title, scenario) => {
      await simulator.switchOn(scenario);
      expect(idsIn(await collect()).size).toBe(SIZE);
    });

    it('shows what was there at the start while new vacancies push it back', async () => {
      const before = await simulator.ids();
      await simulator.switchOn({ name: 'insert_between_pages', vacancies: 4 });
      const seen = idsIn(await collect());
      expect(before.filter((id) => !seen.has(id))).toEqual([]);
    });
  });
});
