import type { SourcePage, SourcePageRequest, SourceRequestBudget, VacancySource } from '@job-scope/vacancies-ports';
import {
  describeVacancySource,
  shownIds,
  OpenBudget,
  RETRY_AFTER_SECONDS,
  walkSource,
  type SourceMood,
} from '@job-scope/vacancies-testing';
import { html, startHttpStub, type HttpStub } from './http-stub.fixture';
import type { Scenario, SimulatorProcess } from './simulator-process.fixture';

/** How many vacancies there are. */
export const SIZE = 250;

/** What simulators do to be in a mood. */
const SCENARIOS: Readonly<Partial<Record<SourceMood, Scenario>>> = {
  'rate-limited': { name: 'too_many_requests', retry_after: RETRY_AFTER_SECONDS },
  down: { name: 'bad_gateway' },
  resetting: { name: 'reset' },
  truncating: { name: 'truncated_gzip' },
  silent: { name: 'hang' },
  talkative: { name: 'unknown_fields' },
  terse: { name: 'null_fields' },
};

/** What a source that is open to all does not do by itself: something before it keeps us out. */
const GUARDED: Readonly<Partial<Record<SourceMood, number>>> = { blocked: 403, unauthorized: 401 };

export interface OnSimulator<Simulator extends SimulatorProcess> {
  start(size: number): Promise<Simulator>;
  /** The adapter; it must repeat requests without long pauses. */
  source(baseUrl: string, budget: SourceRequestBudget, mood: SourceMood): VacancySource;
  /** Moods that this simulator has in its own way; null if `source` sees to it. */
  readonly moods?: Readonly<Partial<Record<SourceMood, Scenario | null>>>;
}

/** What the tests of one adapter need besides the suite. */
export interface SimulatedSource<Simulator extends SimulatorProcess> {
  readonly simulator: Simulator;
  source(budget?: SourceRequestBudget): VacancySource;
  /** All that there is of a request, by its pages and splits. */
  collect(from?: Partial<SourcePageRequest>): Promise<Collected>;
}

export interface Collected {
  readonly pages: readonly SourcePage[];
  readonly ids: ReadonlySet<string>;
}

/** Holds an adapter to the suite on its simulator; then come the tests that only this source has. */
export const describeOnSimulator = <Simulator extends SimulatorProcess>(
  name: string,
  { start, source, moods = {} }: OnSimulator<Simulator>,
  ownTests: (get: () => SimulatedSource<Simulator>) => void,
): void => {
  // Real servers on a busy machine take longer than any one test should.
  jest.setTimeout(60_000);

  describe('on the simulator', () => {
    let simulator: Simulator;
    let empty: Simulator;
    let guard: HttpStub;
    beforeAll(async () => {
      [simulator, empty, guard] = await Promise.all([start(SIZE), start(0), startHttpStub()]);
    }, 120_000);
    afterAll(() => Promise.all([simulator.stop(), empty.stop(), guard.close()]));

    describeVacancySource(name, async () => {
      await simulator.reset();
      guard.requests.length = 0;
      let { url } = simulator;
      let mood: SourceMood = 'well';
      return {
        source: (budget) => source(url, budget, mood),
        vacancies: () => simulator.vacancies(),
        spoil: async () => {
          const [first] = await simulator.vacancies();
          await simulator.switchOn({ name: 'malformed_item' });
          return first?.sourceId ?? '';
        },
        empty: async () => {
          ({ url } = empty);
        },
        turn: async (wanted) => {
          mood = wanted;
          await simulator.reset();
          url = mood === 'refusing' ? `${simulator.url}/nowhere` : simulator.url;
          const { [mood]: scenario = SCENARIOS[mood] } = moods;
          if (scenario) await simulator.switchOn(scenario);
          const status = GUARDED[mood];
          if (scenario !== undefined || status === undefined) return;
          guard.respond = html(status);
          url = guard.baseUrl;
        },
        requests: async () => (await simulator.requests()) + guard.requests.length,
      };
    });

    describe(name, () => {
      beforeEach(() => simulator.reset());

      const simulated = (): SimulatedSource<Simulator> => {
        const open = (budget: SourceRequestBudget = new OpenBudget()) => source(simulator.url, budget, 'well');
        const collect = async (from?: Partial<SourcePageRequest>) => {
          const { shown } = await walkSource(open(), from);
          return { pages: shown.map(({ page }) => page), ids: new Set(shownIds(shown)) };
        };
        return { simulator, source: open, collect };
      };

      it('understands every vacancy that the simulator invents', async () => {
        const { pages, ids } = await simulated().collect();
        expect(pages.flatMap(({ rejected }) => rejected)).toEqual([]);
        expect(ids.size).toBe(SIZE);
      });

      it.each<[string, Scenario]>([
        ['duplicates', { name: 'duplicates', items: 3 }],
        ['a bad gateway once', { name: 'bad_gateway', count: 1, after: 1 }],
        ['a reset once', { name: 'reset', count: 1, after: 1 }],
        ['a truncated answer once', { name: 'truncated_gzip', count: 1, after: 1 }],
      ])('C-3: loses nothing to %s', async (_title, scenario) => {
        await simulator.switchOn(scenario);
        expect((await simulated().collect()).ids.size).toBe(SIZE);
      });

      ownTests(simulated);
    });
  });
};
