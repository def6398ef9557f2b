import { ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyHits, VacancySearch, VacancySearchReader } from '@job-scope/vacancies-ports';
import { inOtherLayout } from './keyboard-layout';

export interface FoundVacancies {
  readonly hits: VacancyHits;
  /** What was searched for in place of the text, which nothing matched; null if the text was. */
  readonly correctedText: string | null;
}

/**
 * What the engine finds. A text that nothing matches may have been typed in the wrong layout. That is so on every page of
 * it or on none, and a reader who gets no answer to the guess still has one to the question.
 */
export const foundVacancies = async (
  reader: VacancySearchReader,
  request: VacancySearch,
): Promise<Result<FoundVacancies, SearchFailure>> => {
  const found = await reader.search(request);
  if (!found.ok) return found;
  const uncorrected = ok({ hits: found.value, correctedText: null });
  const text = found.value.total.value === 0 && request.text !== undefined ? inOtherLayout(request.text) : undefined;
  if (text === undefined) return uncorrected;
  const guess = await reader.search({ ...request, text });
  return guess.ok && guess.value.total.value > 0 ? ok({ hits: guess.value, correctedText: text }) : uncorrected;
};
