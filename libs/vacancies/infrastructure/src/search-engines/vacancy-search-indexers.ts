import type { IndexRefusals, SearchEngine, VacancySearchIndexer, VacancyToIndex } from '@job-scope/vacancies-ports';
import { circuitBreaker, ConsecutiveBreaker, handleAll, type CircuitBreakerPolicy } from 'cockatiel';

export interface SearchTarget {
  readonly engine: SearchEngine;
  readonly indexer: VacancySearchIndexer;
}

/** Deliveries come in batches, each of which would wait for an engine that hangs. */
const BREAK_AFTER_FAILURES = 2;
const BREAK_MS = 5_000;

/**
 * Keeps the index of every engine. Each has its turn, whatever becomes of the others; if one is away the batch fails
 * after that, and comes again: what an index has already, it takes again. What an engine refuses goes aside with its
 * reason, and is not heard of here any more.
 */
export class VacancySearchIndexers implements VacancySearchIndexer {
  private readonly targets: readonly (SearchTarget & { readonly breaker: CircuitBreakerPolicy })[];

  constructor(
    targets: readonly SearchTarget[],
    private readonly refusals: IndexRefusals,
    halfOpenAfter = BREAK_MS,
  ) {
    this.targets = targets.map((target) => {
      const breaker = new ConsecutiveBreaker(BREAK_AFTER_FAILURES);
      return { ...target, breaker: circuitBreaker(handleAll, { breaker, halfOpenAfter }) };
    });
  }

  prepare(): Promise<void> {
    return this.each(({ indexer }) => indexer.prepare());
  }

  async index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    if (vacancies.length > 0) await this.each((target) => target.breaker.execute(() => this.put(target, vacancies)));
    return new Map();
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.each(({ engine, indexer, breaker }) =>
      breaker.execute(async () => {
        await indexer.remove(ids);
        // What is to be found no more is refused no more.
        await this.refusals.note(engine, ids, []);
      }),
    );
  }

  refresh(): Promise<void> {
    return this.each(({ indexer }) => indexer.refresh());
  }

  private async put({ engine, indexer }: SearchTarget, vacancies: readonly VacancyToIndex[]): Promise<void> {
    const reasons = await indexer.index(vacancies);
    const refused = vacancies.flatMap(({ vacancy: { id, revision } }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ engine, vacancyId: id, revision, reason }];
    });
    const ids = vacancies.map(({ vacancy }) => vacancy.id);
    await this.refusals.note(engine, ids, refused);
  }

  /** Throws what the first of them threw, after all have ended. */
  private async each(work: (target: (typeof this.targets)[number]) => Promise<void>): Promise<void> {
    const ended = await Promise.allSettled(this.targets.map(work));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
  }
}
