import { err, ok, type FieldFault, type PagePosition, type Result } from '@job-scope/kernel';
import { isSourceName, SOURCE_NAMES } from '@job-scope/vacancies-domain';
import type { VacancySearch, VacancySearchReader } from '@job-scope/vacancies-ports';
import { toVacancySummaryView, type VacancySummaryView } from './vacancy.view';

/** Every filter is optional and they are joined by AND. */
export interface SearchVacanciesInput {
  readonly text?: string;
  readonly source?: string;
  readonly areaId?: string;
  readonly employerId?: string;
  readonly experienceId?: string;
  readonly onlyWithSalary?: boolean;
  readonly publishedFrom?: Date;
  readonly publishedTo?: Date;
  readonly includeArchived?: boolean;
  /** By relevance if there is a text, else newest first. */
  readonly sort?: 'relevance' | 'published';
  readonly limit: number;
  readonly from?: PagePosition;
}

export interface VacancyPageView {
  readonly items: readonly VacancySummaryView[];
  readonly next?: PagePosition;
  /** `exact` is false when there are at least `value`. */
  readonly total: { readonly value: number; readonly exact: boolean };
}

export type SearchVacanciesFailure =
  | { readonly code: 'search.invalid'; readonly fields: readonly FieldFault[] }
  | { readonly code: 'search.cursor-expired' }
  | { readonly code: 'search.unavailable' };

/** Finds vacancies by text and filters, a page at a time. */
export class SearchVacancies {
  constructor(private readonly reader: VacancySearchReader) {}

  async execute(input: SearchVacanciesInput): Promise<Result<VacancyPageView, SearchVacanciesFailure>> {
    const request = parse(input);
    if (!request.ok) return request;
    const found = await this.reader.search(request.value);
    if (!found.ok) return found;
    const { items, next, total } = found.value;
    return ok({ items: items.map(toVacancySummaryView), next, total });
  }
}

const parse = (input: SearchVacanciesInput): Result<VacancySearch, SearchVacanciesFailure> => {
  const { source, publishedFrom, publishedTo } = input;
  const fields: FieldFault[] = [];
  const text = input.text?.replace(/\p{Cc}+/gu, ' ').trim() || undefined;
  const sort = input.sort ?? (text ? 'relevance' : 'published');
  if (sort === 'relevance' && !text) fields.push({ pointer: '/sort', message: 'relevance needs a text' });
  if (source !== undefined && !isSourceName(source)) {
    fields.push({ pointer: '/source', message: `is not known; known are ${SOURCE_NAMES.join(', ')}` });
  }
  if (publishedFrom && publishedTo && publishedFrom > publishedTo) {
    fields.push({ pointer: '/publishedTo', message: 'must not be before publishedFrom' });
  }
  if (fields.length > 0) return err({ code: 'search.invalid', fields });
  const { areaId, employerId, experienceId, source: _source, ...filters } = input;
  return ok({
    ...filters,
    ...{ text, sort, order: 'desc', facets: [], highlight: false },
    source: isSourceName(source) ? [source] : undefined,
    area: byId(areaId),
    employer: byId(employerId),
    experience: byId(experienceId),
  });
};

const byId = (id: string | undefined) => (id === undefined ? undefined : { ids: [id], names: [] });
