import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type {
  CurrencyRates,
  SearchFailure,
  VacancyHits,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { exportHead, exportLines, type ExportFormat } from './export-format';
import { foundVacancies, type FoundVacancies } from './found-vacancies';
import { ratesFor } from './monthly-bounds';
import type { InvalidSearch } from './search-faults';
import { searchRequestOf } from './search-request';
import type { SearchFiltersInput } from './search-vacancies.input';

export interface ExportInput extends SearchFiltersInput {
  readonly format: ExportFormat;
  /** Only orders that have no end; by publication unless given. */
  readonly sort?: 'published' | 'salary' | 'id';
  readonly order?: 'asc' | 'desc';
}

export type ExportVacanciesFailure = InvalidSearch | SearchFailure | { readonly code: 'exports.too-large' };

/** So many vacancies are exported while the reader waits. */
export const MAX_STREAMED = 10_000;
const PAGE = 500;

/** Exports what a search finds, a page at a time: the next one is read only when it is asked for. */
export class ExportVacancies {
  constructor(
    private readonly reader: VacancySearchReader,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
  ) {}

  /** What can be known to fail does so before the first line; what fails later throws in the middle of the text. */
  async execute(input: ExportInput): Promise<Result<AsyncIterable<string>, ExportVacanciesFailure>> {
    const request = searchRequestOf(
      { sort: 'published', ...input, limit: PAGE },
      await ratesFor(input, this.rates, this.clock),
    );
    if (!request.ok) return request;
    const first = await foundVacancies(this.reader, request.value);
    if (!first.ok) return first;
    if (isTooMuch(first.value.hits.total)) return err({ code: 'exports.too-large' });
    return ok(this.textOf(input.format, request.value, first.value));
  }

  private async *textOf(
    format: ExportFormat,
    request: VacancySearch,
    { hits, correctedText }: FoundVacancies,
  ): AsyncGenerator<string> {
    const asked = { ...request, text: correctedText ?? request.text };
    yield exportHead(format);
    let [page, rows] = [hits, 0];
    for (;;) {
      rows += page.items.length;
      // More than was counted at first, or than an inexact count said: half a list must not pass for the whole.
      if (rows > MAX_STREAMED) throw new Error(`an export found more than ${MAX_STREAMED} vacancies`);
      yield exportLines(format, page.items);
      if (!page.next) return;
      const next = await this.reader.search({ ...asked, from: page.next });
      if (!next.ok) throw new Error(`an export broke off: ${next.error.code}`);
      page = next.value;
    }
  }
}

/** An engine that counts no further than this says so by an inexact total. */
const isTooMuch = ({ value, exact }: VacancyHits['total']): boolean =>
  value > MAX_STREAMED || (value === MAX_STREAMED && !exact);
