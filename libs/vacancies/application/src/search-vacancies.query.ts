import { err, ok, type Clock, type PagePosition, type Result } from '@job-scope/kernel';
import type { ContentHasher, CurrencyRates, SearchFailure, VacancySearchReader } from '@job-scope/vacancies-ports';
import { foundVacancies, type FoundVacancies } from './found-vacancies';
import { ratesFor } from './monthly-bounds';
import { placeIn, placeOf, questionOf } from './page-of-question';
import type { InvalidSearch } from './search-faults';
import { searchRequestOf } from './search-request';
import type { SearchFacet, SearchVacanciesInput } from './search-vacancies.input';
import { toVacancyHitView, type VacancyHitView } from './vacancy-hit.view';

export interface FacetValueView {
  /** Null for an anonymous employer. */
  readonly id: string | null;
  readonly name: string;
  readonly count: number;
}

export interface VacancyPageView {
  readonly items: readonly VacancyHitView[];
  readonly next?: PagePosition;
  /** `exact` is false when there are at least `value`. */
  readonly total: { readonly value: number; readonly exact: boolean };
  /** By name; only those that were asked for. */
  readonly facets: Readonly<Partial<Record<SearchFacet, readonly FacetValueView[]>>>;
  /** Whether another engine answered than the one that should have. */
  readonly degraded: boolean;
  /** What was searched for in place of the text, which nothing matched; null if the text was. */
  readonly correctedText: string | null;
}

export type SearchVacanciesFailure = InvalidSearch | SearchFailure;

/** Finds vacancies by text and filters, a page at a time. */
export class SearchVacancies {
  constructor(
    private readonly reader: VacancySearchReader,
    private readonly rates: CurrencyRates,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
  ) {}

  async execute(input: SearchVacanciesInput): Promise<Result<VacancyPageView, SearchVacanciesFailure>> {
    const request = searchRequestOf(input, await ratesFor(input, this.rates, this.clock));
    if (!request.ok) return request;
    const question = questionOf(input, this.hasher);
    const from = input.from && placeOf(question, input.from);
    if (input.from && !from) return err({ code: 'search.cursor-expired' });
    const found = await foundVacancies(this.reader, { ...request.value, from });
    return found.ok ? ok(toView(found.value, question)) : found;
  }
}

const toView = ({ hits, correctedText }: FoundVacancies, question: string): VacancyPageView => {
  const { items, next, total, facets, degraded } = hits;
  const place = next && placeIn(question, next);
  return { items: items.map(toVacancyHitView), next: place, total, facets, degraded, correctedText };
};
