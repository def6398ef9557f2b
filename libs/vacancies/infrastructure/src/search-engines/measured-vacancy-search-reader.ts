import type { Result } from '@job-scope/kernel';
import { counter } from '@job-scope/platform-nest';
import type { Vacancy } from '@job-scope/vacancies-domain';
import type { SearchEngine, SearchFailure, VacancySearch, VacancySearchReader } from '@job-scope/vacancies-ports';

const searches = counter({
  name: 'vacancy_searches_total',
  help: 'Questions to search: by engine that should answer, by outcome, and by whether another one did',
  labelNames: ['engine', 'question', 'outcome', 'degraded'],
});

/** Counts what is asked of search and what became of it. */
export class MeasuredVacancySearchReader implements VacancySearchReader {
  constructor(
    private readonly engine: SearchEngine,
    private readonly reader: VacancySearchReader,
  ) {}

  search(request: VacancySearch) {
    return this.count('search', this.reader.search(request));
  }

  suggest(prefix: string, limit: number) {
    return this.count('suggest', this.reader.suggest(prefix, limit));
  }

  similar(vacancy: Vacancy, limit: number) {
    return this.count('similar', this.reader.similar(vacancy, limit));
  }

  private async count<T extends { readonly degraded: boolean }>(
    question: string,
    asked: Promise<Result<T, SearchFailure>>,
  ) {
    const { engine } = this;
    try {
      const answer = await asked;
      const outcome = answer.ok ? 'answered' : answer.error.code;
      searches.inc({ engine, question, outcome, degraded: String(answer.ok && answer.value.degraded) });
      return answer;
    } catch (error) {
      searches.inc({ engine, question, outcome: 'failed', degraded: 'false' });
      throw error;
    }
  }
}
