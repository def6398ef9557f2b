import type { PagePosition } from '@job-scope/kernel';
import type { ContentHasher } from '@job-scope/vacancies-ports';
import { canonical } from './canonical';
import { termsOf } from './search-terms';
import type { SearchVacanciesInput } from './search-vacancies.input';

/** Of a hash, so many characters tell questions apart: who looks for two that are alike deceives nobody else. */
const LENGTH = 12;

/** The same for the same text and filters, as they were given: what engines make of them changes with the rates of the day. */
export const questionOf = (input: SearchVacanciesInput, hasher: ContentHasher): string => {
  const {
    sort: _sort,
    order: _order,
    facets: _facets,
    highlight: _highlight,
    limit: _limit,
    from: _from,
    ...asked
  } = input;
  return hasher.hash(canonical(termsOf(asked))).slice(0, LENGTH);
};

/** A place in what answers the question, and in nothing else: engines bind it to themselves and to the order. */
export const placeIn = (question: string, { list, after }: PagePosition): PagePosition => ({
  list: `${list}#${question}`,
  after,
});

/** The place as its engine knows it; undefined if it is one in the answer to another question. */
export const placeOf = (question: string, { list, after }: PagePosition): PagePosition | undefined =>
  list.endsWith(`#${question}`) ? { list: list.slice(0, -question.length - 1), after } : undefined;
