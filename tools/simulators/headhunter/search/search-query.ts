import { PART_TIME_OPTIONS } from '../dataset/columns';
import type { View } from '../dataset/vacancy-source';
import type { AreaDirectory } from '../directories/areas';
import { dictionaryIds, isCurrency, toRubles } from '../directories/dictionaries';
import { isIndustry } from '../directories/industries';
import { HOSTS, LOCALES } from '../directories/locale';
import { isMetro } from '../directories/metro';
import { rolePosition } from '../directories/professional-roles';
import { badArguments } from '../errors';
import { ENUM_FILTERS, type VacancyFilter } from './filters';
import { roundToFiveMinutes } from './five-minutes';
import { ParameterReader, type QueryParameters } from './parameter-reader';

export const SEARCH_FIELDS = ['name', 'company_name', 'description'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
export type SearchOrder = 'publication_time' | 'salary_desc' | 'salary_asc' | 'relevance' | 'distance';

const ORDERS = dictionaryIds('vacancy_search_order') as readonly SearchOrder[];
const LABELS = dictionaryIds('vacancy_label');
const DEFAULT_PER_PAGE = 20;
const MAX_PER_PAGE = 100;
const DAY_SECONDS = 86_400;
const BOX = ['top_lat', 'bottom_lat', 'left_lng', 'right_lng'] as const;

export interface SearchQuery {
  page: number;
  perPage: number;
  order: SearchOrder;
  text?: string;
  /** Words of which none may occur, in any field. */
  excludedText?: string;
  fields: readonly SearchField[];
  filter: VacancyFilter;
  view: View;
  clusters: boolean;
  describeArguments: boolean;
}

export interface SearchContext {
  areas: AreaDirectory;
  /** Seconds since the epoch. */
  now: number;
  depthLimit: number;
}

/** Reads and checks the parameters of GET /vacancies. Unknown ones are ignored. @throws ApiError 400 */
export function parseSearchQuery(query: QueryParameters, context: SearchContext): SearchQuery {
  const reader = new ParameterReader(query);
  const result: SearchQuery = {
    page: reader.integer('page', { min: 0 }) ?? 0,
    perPage: reader.integer('per_page', { min: 0, max: MAX_PER_PAGE }) ?? DEFAULT_PER_PAGE,
    order: reader.choice('order_by', ORDERS) ?? 'relevance',
    text: reader.text('text'),
    excludedText: reader.text('excluded_text'),
    fields: readFields(reader),
    filter: readFilter(reader, context),
    view: readView(reader),
    clusters: reader.flag('clusters'),
    describeArguments: reader.flag('describe_arguments'),
  };
  if (result.order === 'distance' && !result.view.sortPoint) reader.reject('sort_point_lat');
  reader.finish();
  checkDepth(result, context.depthLimit);
  return result;
}

/** The parameters that every method understands. */
export function readView(reader: ParameterReader): View {
  const lat = reader.number('sort_point_lat');
  const lng = reader.number('sort_point_lng');
  return {
    locale: reader.choice('locale', LOCALES) ?? 'RU',
    host: reader.choice('host', HOSTS) ?? 'hh.ru',
    counters: reader.flag('responses_count_enabled'),
    ...(lat !== undefined && lng !== undefined && { sortPoint: { lat, lng } }),
  };
}

function readFields(reader: ParameterReader): readonly SearchField[] {
  const fields = reader.many('search_field', (text) => SEARCH_FIELDS.find((field) => field === text));
  return fields.length > 0 ? fields : SEARCH_FIELDS;
}

function readFilter(reader: ParameterReader, { areas, now }: SearchContext): VacancyFilter {
  return {
    areas: reader.many('area', (id) => areas.position(id)),
    roles: reader.many('professional_role', rolePosition),
    employers: reader.many('employer_id', employerId),
    excludedEmployers: reader.many('excluded_employer_id', employerId),
    industries: reader.many('industry', (id) => (isIndustry(id) ? id : undefined)),
    metro: reader.many('metro', (id) => (isMetro(id) ? id : undefined)),
    labels: reader.many('label', (id) => bitOf(LABELS, id)).reduce((bits, bit) => bits | bit, 0),
    partTime: readPartTime(reader),
    enums: Object.fromEntries(
      ENUM_FILTERS.map(({ parameter, dictionary, column }) => {
        const ids = dictionaryIds(dictionary);
        return [column, reader.many(parameter, (id) => (ids.includes(id) ? ids.indexOf(id) : undefined))];
      }),
    ),
    onlyWithSalary: reader.flag('only_with_salary'),
    salary: readSalary(reader),
    ...readWindow(reader, now),
    box: readBox(reader),
  };
}

function employerId(id: string): string | undefined {
  return /^\d+$/.test(id) ? id : undefined;
}

function bitOf(list: readonly string[], id: string): number | undefined {
  return list.includes(id) ? 1 << list.indexOf(id) : undefined;
}

function readPartTime(reader: ParameterReader): number {
  const listed = reader.many('part_time', (id) => bitOf(PART_TIME_OPTIONS, id));
  const temporary = reader.flag('accept_temporary') ? [bitOf(PART_TIME_OPTIONS, 'accept_temporary') as number] : [];
  return [...listed, ...temporary].reduce((bits, bit) => bits | bit, 0);
}

function readSalary(reader: ParameterReader): number | undefined {
  const amount = reader.integer('salary', { min: 0 });
  const currency = reader.text('currency') ?? 'RUR';
  if (isCurrency(currency)) return amount && toRubles(amount, currency);
  reader.reject('currency');
  return undefined;
}

function readWindow(reader: ParameterReader, now: number): { from?: number; to?: number } {
  const period = reader.integer('period', { min: 1 });
  const from = reader.date('date_from');
  const to = reader.date('date_to');
  if (reader.given('date_to') && !reader.given('date_from')) reader.reject('date_to');
  if (reader.given('period') && (reader.given('date_from') || reader.given('date_to'))) reader.reject('period');
  if (period !== undefined) return { from: now - period * DAY_SECONDS };
  return { from: from && roundToFiveMinutes(from), to: to && roundToFiveMinutes(to) };
}

function readBox(reader: ParameterReader): VacancyFilter['box'] {
  const [top, bottom, left, right] = BOX.map((name) => reader.number(name));
  if (top !== undefined && bottom !== undefined && left !== undefined && right !== undefined) {
    return { top, bottom, left, right };
  }
  if (BOX.some((name) => reader.given(name)))
    BOX.filter((name) => !reader.given(name)).forEach((name) => reader.reject(name));
  return undefined;
}

function checkDepth({ page, perPage }: SearchQuery, limit: number): void {
  if ((page + 1) * perPage <= limit) return;
  throw badArguments(['page', 'per_page'], `you can't look up more than ${limit} items in the list`);
}
