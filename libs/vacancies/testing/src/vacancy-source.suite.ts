import { EVERYTHING } from '@job-scope/vacancies-domain';
import type { SourcePage, SourceRequestBudget, VacancySource } from '@job-scope/vacancies-ports';
import type { SourceMood } from './in-memory-vacancy-source';
import { OpenBudget } from './open-budget';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** A source and the world behind it, with several pages of vacancies in it. */
export interface VacancySourceHarness {
  /** The adapter on a budget. It must repeat failed requests without long pauses. */
  source(budget: SourceRequestBudget): VacancySource;
  /** Everything that an empty query must find. */
  sourceIds(): Promise<readonly string[]>;
  /** Makes one vacancy of the first page one that cannot be understood; gives its identifier. */
  spoil(): Promise<string>;
  empty(): Promise<void>;
  /** `silent` takes requests and never answers. */
  turn(mood: SourceMood): Promise<void>;
  /** How many requests have come in. */
  requests(): Promise<number>;
}

const NEVER = new AbortController().signal;
const ALL = { query: {}, slice: EVERYTHING, cursor: null };

const pageAt = async (source: VacancySource, cursor: string | null): Promise<SourcePage> => {
  const page = await source.page({ ...ALL, cursor }, NEVER);
  if (!page.ok) throw new Error(`${page.error.code}: ${page.error.detail}`);
  return page.value;
};

const pagesFrom = async (source: VacancySource, cursor: string | null): Promise<readonly SourcePage[]> => {
  const page = await pageAt(source, cursor);
  return page.next === null ? [page] : [page, ...(await pagesFrom(source, page.next))];
};

const idsOf = (pages: readonly SourcePage[]) =>
  pages.flatMap((page) => page.vacancies.map(({ sourceId }) => sourceId)).sort();

const failureIn = async (mood: SourceMood, harness: VacancySourceHarness, budget: SourceRequestBudget) => {
  await harness.turn(mood);
  const page = await harness.source(budget).page(ALL, NEVER);
  return page.ok ? undefined : page.error;
};

export const vacancySourceCases: readonly SuiteCase<VacancySourceHarness>[] = [
  {
    title: 'shows every vacancy once, page by page, and says how many there are',
    check: async (harness) => {
      const pages = await pagesFrom(harness.source(new OpenBudget()), null);
      const expected = [...(await harness.sourceIds())].sort();
      expect(pages.length).toBeGreaterThan(1);
      expect(idsOf(pages)).toEqual(expected);
      expect(pages.map(({ found }) => found)).toEqual(pages.map(() => expected.length));
    },
  },
  {
    title: 'goes on at a cursor that another process was given',
    check: async (harness) => {
      const [first, ...others] = await pagesFrom(harness.source(new OpenBudget()), null);
      const resumed = await pagesFrom(harness.source(new OpenBudget()), first?.next ?? null);
      expect(idsOf(resumed)).toEqual(idsOf(others));
    },
  },
  {
    title: 'says of each vacancy what makes it one',
    check: async (harness) => {
      const source = harness.source(new OpenBudget());
      const { vacancies } = await pageAt(source, null);
      for (const vacancy of vacancies) {
        expect(vacancy).toMatchObject({
          source: source.name,
          sourceId: expect.stringMatching(/./),
          title: expect.stringMatching(/./),
          url: expect.stringMatching(/^https?:\/\//),
          raw: expect.anything(),
        });
        expect(vacancy.publishedAt.getTime()).toBeGreaterThan(0);
      }
    },
  },
  {
    title: 'passes over an item that it cannot understand, says why, and keeps the rest of the page',
    check: async (harness) => {
      const whole = await pageAt(harness.source(new OpenBudget()), null);
      const spoiled = await harness.spoil();
      const { vacancies, rejected } = await pageAt(harness.source(new OpenBudget()), null);
      expect(rejected).toEqual([{ sourceId: spoiled, reason: expect.stringMatching(/./) }]);
      expect(vacancies.map(({ sourceId }) => sourceId)).toEqual(
        whole.vacancies.map(({ sourceId }) => sourceId).filter((id) => id !== spoiled),
      );
    },
  },
  {
    title: 'shows an empty page when there is nothing',
    check: async (harness) => {
      await harness.empty();
      expect(await pageAt(harness.source(new OpenBudget()), null)).toMatchObject({
        vacancies: [],
        rejected: [],
        found: 0,
        next: null,
      });
    },
  },
  {
    title: 'takes from the budget before every request, and counts them',
    check: async (harness) => {
      const budget = new OpenBudget();
      const before = await harness.requests();
      const pages = await pagesFrom(harness.source(budget), null);
      const counted = pages.reduce((sum, { requests }) => sum + requests, 0);
      expect([budget.taken, (await harness.requests()) - before]).toEqual([counted, counted]);
    },
  },
  {
    title: 'takes from the budget for repeated requests too',
    check: async (harness) => {
      const budget = new OpenBudget();
      const before = await harness.requests();
      await failureIn('down', harness, budget);
      expect(budget.taken).toBe((await harness.requests()) - before);
    },
  },
  {
    title: 'sends nothing while the budget is blocked, and says how long',
    check: async (harness) => {
      const budget = new OpenBudget(new Date(Date.now() + 3_600_000));
      const before = await harness.requests();
      const page = await harness.source(budget).page(ALL, NEVER);
      expect(page).toMatchObject({ ok: false, error: { code: 'source.rate-limited' } });
      expect(!page.ok && page.error.code === 'source.rate-limited' && page.error.retryAfterMs).toBeGreaterThan(3e6);
      expect(await harness.requests()).toBe(before);
    },
  },
  ...(
    [
      ['blocked', 'source.blocked'],
      ['unauthorized', 'source.unauthorized'],
      ['refusing', 'source.query-refused'],
    ] as const
  ).map(([mood, code]): SuiteCase<VacancySourceHarness> => ({
    title: `stops at the first answer that means ${code}`,
    check: async (harness) => {
      const failure = await failureIn(mood, harness, new OpenBudget());
      expect([failure?.code, await harness.requests()]).toEqual([code, 1]);
    },
  })),
  ...(
    [
      ['rate-limited', { code: 'source.rate-limited', retryAfterMs: expect.any(Number) }],
      ['blocked', { code: 'source.blocked' }],
    ] as const
  ).map(([mood, failure]): SuiteCase<VacancySourceHarness> => ({
    title: `blocks the budget when it is ${mood}, so that no replica makes it worse`,
    check: async (harness) => {
      const [budget, asked] = [new OpenBudget(), Date.now()];
      expect(await failureIn(mood, harness, budget)).toMatchObject(failure);
      expect(budget.blocks.at(-1)?.until.getTime()).toBeGreaterThan(asked);
    },
  })),
  {
    title: 'says that it is unavailable when it is down',
    check: async (harness) => {
      expect(await failureIn('down', harness, new OpenBudget())).toMatchObject({ code: 'source.unavailable' });
    },
  },
  {
    title: 'recovers with its source',
    check: async (harness) => {
      const source = harness.source(new OpenBudget());
      await harness.turn('down');
      await source.page(ALL, NEVER);
      await harness.turn('well');
      await expect(source.page(ALL, NEVER)).resolves.toMatchObject({ ok: true });
    },
  },
  {
    title: 'stops waiting for an answer when it is told to',
    check: async (harness) => {
      await harness.turn('silent');
      const stop = new AbortController();
      const page = harness.source(new OpenBudget()).page(ALL, stop.signal);
      stop.abort();
      await expect(page).rejects.toMatchObject({ name: 'AbortError' });
    },
  },
  {
    title: 'sends nothing when it was told to stop before it began',
    check: async (harness) => {
      const before = await harness.requests();
      const page = harness.source(new OpenBudget()).page(ALL, AbortSignal.abort());
      await expect(page).rejects.toMatchObject({ name: 'AbortError' });
      expect(await harness.requests()).toBe(before);
    },
  },
];

/** What every `VacancySource` must do. */
export const describeVacancySource = (name: string, open: OpenHarness<VacancySourceHarness>): void =>
  describeSuite(`${name}: a VacancySource`, vacancySourceCases, open);
