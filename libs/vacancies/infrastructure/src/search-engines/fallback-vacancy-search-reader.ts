import { err, ok, type Result } from '@job-scope/kernel';
import type { Vacancy } from '@job-scope/vacancies-domain';
import type {
  SearchFailure,
  Suggestion,
  Told,
  VacancyHit,
  VacancyHits,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhenResult } from 'cockatiel';

type Answer<T> = Result<T, SearchFailure>;

/** An engine that hangs costs each search all its patience: after so many it is left alone for a while. */
const BREAK_AFTER_FAILURES = 3;
const BREAK_MS = 5_000;

const UNAVAILABLE = err({ code: 'search.unavailable' } as const);

/**
 * Asks one engine, and another while that is away. What the other answers is marked. Each engine understands its own
 * cursors only: a list goes on in the one in which it began, or not at all.
 */
export class FallbackVacancySearchReader implements VacancySearchReader {
  private readonly breaker;

  /** Without `fallback` a search is unavailable while `main` is, but learns it at once. */
  constructor(
    private readonly main: VacancySearchReader,
    private readonly fallback: VacancySearchReader | undefined,
    halfOpenAfter = BREAK_MS,
  ) {
    const breaker = new ConsecutiveBreaker(BREAK_AFTER_FAILURES);
    this.breaker = circuitBreaker(handleWhenResult(isUnavailable), { breaker, halfOpenAfter });
  }

  async search(request: VacancySearch): Promise<Answer<VacancyHits>> {
    const question: Question<VacancyHits> = (reader) => reader.search(request);
    const answer = await this.ask(question);
    return answer.ok || !this.fallback ? answer : instead(question, this.fallback);
  }

  suggest(prefix: string, limit: number): Promise<Answer<Told<Suggestion>>> {
    return this.askEither((reader) => reader.suggest(prefix, limit));
  }

  similar(vacancy: Vacancy, limit: number): Promise<Answer<Told<VacancyHit>>> {
    return this.askEither((reader) => reader.similar(vacancy, limit));
  }

  private async askEither<T>(question: Question<T>): Promise<Answer<T>> {
    const answer = await this.ask(question);
    return isUnavailable(answer) && this.fallback ? instead(question, this.fallback) : answer;
  }

  private async ask<T>(question: Question<T>): Promise<Answer<T>> {
    try {
      return await this.breaker.execute(() => question(this.main));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return UNAVAILABLE;
      throw error;
    }
  }
}

type Question<T> = (reader: VacancySearchReader) => Promise<Answer<T>>;

const instead = async <T>(question: Question<T>, fallback: VacancySearchReader): Promise<Answer<T>> => {
  const answer = await question(fallback);
  return answer.ok ? ok({ ...answer.value, degraded: true }) : answer;
};

const isUnavailable = (answer: unknown): boolean => {
  const { ok: isOk, error } = answer as { readonly ok: boolean; readonly error?: SearchFailure };
  return !isOk && error?.code === 'search.unavailable';
};
