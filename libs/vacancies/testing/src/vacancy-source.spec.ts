import type { Slice } from '@job-scope/vacancies-domain';
import type { CancelSignal } from '@job-scope/kernel';
import type { SourcePage, SourcePageRequest, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { aSnapshot } from './a-snapshot';
import { InMemoryVacancySource, SourceWorld } from './in-memory-vacancy-source';
import { OpenBudget } from './open-budget';
import { failedCases } from './suite';
import { describeVacancySource, vacancySourceCases } from './vacancy-source.suite';

const harnessOf = (Source: typeof InMemoryVacancySource) => async () => {
  const world = new SourceWorld();
  world.vacancies = Array.from({ length: 7 }, (_, index) =>
    aSnapshot({ sourceId: String(index + 1), publishedAt: new Date(Date.UTC(2026, 9, 1 + index, 12, 0, 0, index)) }),
  );
  return {
    source: (budget: SourceRequestBudget) => new Source(world, budget),
    vacancies: async () => world.vacancies,
    spoil: async () => {
      world.spoiled.add('2');
      return '2';
    },
    empty: async () => {
      world.vacancies = [];
    },
    turn: async (mood: SourceWorld['mood']) => {
      world.mood = mood;
    },
    requests: async () => world.requests,
  };
};

describeVacancySource('InMemoryVacancySource', harnessOf(InMemoryVacancySource));

class StopsEarly extends InMemoryVacancySource {
  protected override show(from: number, slice: Slice): SourcePage {
    return { ...super.show(from, slice), next: null };
  }
}

class StartsOver extends InMemoryVacancySource {
  private shown = 0;
  protected override show(_from: number, slice: Slice): SourcePage {
    const page = super.show(this.shown, slice);
    this.shown = Number(page.next);
    return page;
  }
}

class RoundsTimes extends InMemoryVacancySource {
  protected override show(from: number, slice: Slice): SourcePage {
    const page = super.show(from, slice);
    const down = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000);
    const vacancies = page.vacancies.map((each) => ({ ...each, publishedAt: down(each.publishedAt) }));
    return { ...page, vacancies };
  }
}

class WantsAnEmployer extends InMemoryVacancySource {
  protected override show(from: number, slice: Slice): SourcePage {
    const page = super.show(from, slice);
    if (this.world.mood !== 'terse') return page;
    const rejected = page.vacancies.map(({ sourceId, raw }) => ({ sourceId, reason: 'no employer', raw }));
    return { ...page, vacancies: [], rejected };
  }
}

class Impatient extends InMemoryVacancySource {
  override async page(request: SourcePageRequest, signal: CancelSignal) {
    const page = await super.page(request, signal);
    if (page.ok || page.error.code !== 'source.rate-limited') return page;
    return { ok: false as const, error: { ...page.error, retryAfterMs: 5_000 } };
  }
}

class PassesOverInSilence extends InMemoryVacancySource {
  protected override show(from: number, slice: Slice): SourcePage {
    return { ...super.show(from, slice), rejected: [] };
  }
}

class FreeRider extends InMemoryVacancySource {
  constructor(world: SourceWorld) {
    super(world, new OpenBudget());
  }
}

class Stubborn extends InMemoryVacancySource {
  override async page(request: SourcePageRequest, signal: CancelSignal) {
    const page = await super.page(request, signal);
    return page.ok ? page : super.page(request, signal);
  }
}

class Deaf extends InMemoryVacancySource {
  override page(request: SourcePageRequest) {
    return super.page(request, new AbortController().signal);
  }
}

describe('the suite of VacancySource refuses', () => {
  it.each([
    [StopsEarly, 'shows every vacancy once, by its pages and splits, and says how many there are'],
    [StartsOver, 'shows the same page to another process that was given its slice and cursor'],
    [RoundsTimes, 'says to the millisecond when each vacancy was published'],
    [WantsAnEmployer, 'loses nothing to vacancies without an employer, or anything else that they can do without'],
    [Impatient, 'waits as long as a source asks for that is asked too often'],
    [PassesOverInSilence, 'passes over an item that it cannot understand, says why, and keeps the rest of the page'],
    [FreeRider, 'takes from the budget before every request, and counts them'],
    [FreeRider, 'sends nothing while the budget is blocked, and says how long'],
    [Stubborn, 'stops at the first answer that means source.blocked'],
    [Deaf, 'stops waiting for an answer when it is told to'],
  ])('%p', async (Source, title) => {
    expect(await failedCases(vacancySourceCases, harnessOf(Source as typeof InMemoryVacancySource))).toContain(title);
  });
});
