import type { SourceRequestBudget, VacancySource } from '@job-scope/vacancies-ports';
import type { SourceMood } from './in-memory-vacancy-source';
import { OpenBudget } from './open-budget';
import { firstPage, shownIds, valueOf, walkSource } from './source-walk';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';
import { vacancySourceFailingCases } from './vacancy-source-failing.cases';

/** What is known of a vacancy without asking the adapter. */
export interface KnownVacancy {
  /** Every digit of it. */
  readonly sourceId: string;
  readonly publishedAt: Date;
}

/** A source and the world behind it, with several pages of vacancies in it. */
export interface VacancySourceHarness {
  /** The adapter on a budget. It must repeat failed requests without long pauses. */
  source(budget: SourceRequestBudget): VacancySource;
  /** Everything that an empty query must find. */
  vacancies(): Promise<readonly KnownVacancy[]>;
  /** Makes one vacancy of the first page one that cannot be understood; gives its identifier. */
  spoil(): Promise<string>;
  empty(): Promise<void>;
  turn(mood: SourceMood): Promise<void>;
  /** How many requests have come in. */
  requests(): Promise<number>;
}

const sorted = (ids: readonly string[]) => [...ids].sort();

const idsOf = (vacancies: readonly { readonly sourceId: string }[]) => vacancies.map(({ sourceId }) => sourceId);

const keepsAll = (mood: SourceMood, what: string): SuiteCase<VacancySourceHarness> => ({
  title: `loses nothing to ${what}`,
  check: async (harness) => {
    const expected = sorted(idsOf(await harness.vacancies()));
    await harness.turn(mood);
    const { shown } = await walkSource(harness.source(new OpenBudget()));
    expect(shown.flatMap(({ page }) => page.rejected)).toEqual([]);
    expect(sorted(shownIds(shown))).toEqual(expected);
  },
});

const showingCases: readonly SuiteCase<VacancySourceHarness>[] = [
  {
    title: 'shows every vacancy once, by its pages and splits, and says how many there are',
    check: async (harness) => {
      const { shown } = await walkSource(harness.source(new OpenBudget()));
      const expected = sorted(idsOf(await harness.vacancies()));
      expect(shown.length).toBeGreaterThan(1);
      expect(sorted(shownIds(shown))).toEqual(expected);
      const begun = shown.filter(({ request }) => request.cursor === null);
      expect(begun.reduce((sum, { page }) => sum + page.found, 0)).toBe(expected.length);
    },
  },
  {
    title: 'shows the same page to another process that was given its slice and cursor',
    check: async (harness) => {
      const { shown } = await walkSource(harness.source(new OpenBudget()));
      for (const { request, page } of shown) {
        const again = valueOf(await harness.source(new OpenBudget()).page(request, new AbortController().signal));
        expect(idsOf(again.vacancies)).toEqual(idsOf(page.vacancies));
        expect([again.found, again.next]).toEqual([page.found, page.next]);
      }
    },
  },
  {
    title: 'says of each vacancy what makes it one, its identifier as text',
    check: async (harness) => {
      const source = harness.source(new OpenBudget());
      const { shown } = await walkSource(source);
      for (const vacancy of shown.flatMap(({ page }) => page.vacancies)) {
        expect(vacancy).toMatchObject({
          source: source.name,
          sourceId: expect.stringMatching(/./),
          title: expect.stringMatching(/./),
          url: expect.stringMatching(/^https?:\/\//),
          raw: expect.anything(),
        });
      }
    },
  },
  {
    title: 'says to the millisecond when each vacancy was published',
    check: async (harness) => {
      const { shown } = await walkSource(harness.source(new OpenBudget()));
      const told = shown.flatMap(({ page }) => page.vacancies.map((each) => [each.sourceId, +each.publishedAt]));
      const known = (await harness.vacancies()).map((each) => [each.sourceId, +each.publishedAt]);
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(known));
    },
  },
  {
    title: 'passes over an item that it cannot understand, says why, and keeps the rest of the page',
    check: async (harness) => {
      const whole = valueOf(await firstPage(harness.source(new OpenBudget())));
      const spoiled = await harness.spoil();
      const { vacancies, rejected } = valueOf(await firstPage(harness.source(new OpenBudget())));
      expect(rejected).toEqual([{ sourceId: spoiled, reason: expect.stringMatching(/./), raw: expect.anything() }]);
      expect(idsOf(vacancies)).toEqual(idsOf(whole.vacancies).filter((id) => id !== spoiled));
    },
  },
  keepsAll('talkative', 'fields that no document knows'),
  keepsAll('terse', 'vacancies without an employer, or anything else that they can do without'),
  {
    title: 'shows empty pages when there is nothing',
    check: async (harness) => {
      await harness.empty();
      const { shown } = await walkSource(harness.source(new OpenBudget()));
      expect(shown.length).toBeGreaterThan(0);
      for (const { page } of shown) expect(page).toMatchObject({ vacancies: [], rejected: [], found: 0, next: null });
    },
  },
  {
    title: 'takes from the budget before every request, and counts them',
    check: async (harness) => {
      const budget = new OpenBudget();
      const before = await harness.requests();
      const { requests } = await walkSource(harness.source(budget));
      expect([budget.taken, (await harness.requests()) - before]).toEqual([requests, requests]);
    },
  },
];

export const vacancySourceCases: readonly SuiteCase<VacancySourceHarness>[] = [
  ...showingCases,
  ...vacancySourceFailingCases,
];

/** What every `VacancySource` must do. */
export const describeVacancySource = (name: string, open: OpenHarness<VacancySourceHarness>): void =>
  describeSuite(`${name}: a VacancySource`, vacancySourceCases, open);
