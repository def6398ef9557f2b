import { ok, type Clock, type PagePosition, type Result } from '@job-scope/kernel';
import type { RateTable } from '@job-scope/vacancies-domain';
import type {
  CurrencyRates,
  SearchFailure,
  VacancyHits,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { inOtherLayout } from './keyboard-layout';
import { BASE_CURRENCY } from './monthly-bounds';
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
    private readonly clock: Clock,
  ) {}

  async execute(input: SearchVacanciesInput): Promise<Result<VacancyPageView, SearchVacanciesFailure>> {
    const request = searchRequestOf(input, await this.ratesFor(input));
    if (!request.ok) return request;
    const found = await this.reader.search(request.value);
    if (!found.ok) return found;
    return ok((await this.corrected(request.value, found.value)) ?? toView(found.value, null));
  }

  /** Roubles are what salaries are compared in: most searches need no rates. */
  private async ratesFor({ salaryCurrency = BASE_CURRENCY }: SearchVacanciesInput): Promise<RateTable> {
    const now = this.clock.now();
    return salaryCurrency === BASE_CURRENCY
      ? new Map([[BASE_CURRENCY, { unitsPerRub: 1, date: now }]])
      : this.rates.at(now);
  }

  /**
   * A text that nothing matches may have been typed in the wrong layout. That is so on every page of it or on none, and a
   * reader who gets no answer to the guess still has one to the question.
   */
  private async corrected(request: VacancySearch, found: VacancyHits): Promise<VacancyPageView | undefined> {
    const text = found.total.value === 0 && request.text !== undefined ? inOtherLayout(request.text) : undefined;
    if (text === undefined) return undefined;
    const guess = await this.reader.search({ ...request, text });
    return guess.ok && guess.value.total.value > 0 ? toView(guess.value, text) : undefined;
  }
}

const toView = (found: VacancyHits, correctedText: string | null): VacancyPageView => {
  const { items, next, total, facets, degraded } = found;
  return { items: items.map(toVacancyHitView), next, total, facets, degraded, correctedText };
};
