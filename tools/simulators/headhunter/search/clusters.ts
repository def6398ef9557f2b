import type { Found } from '@job-scope/simulator-shared';
import type { ColumnName } from '../dataset/columns';
import type { VacancyBoard } from '../dataset/vacancy-board';
import { dictionaryEntry, dictionaryIds } from '../directories/dictionaries';
import type { Locale } from '../directories/locale';
import { roleReference } from '../directories/professional-roles';
import type { QueryParameters } from './parameter-reader';
import { searchUrl } from './search-url';

interface ClusterItem {
  name: string;
  url: string;
  count: number;
}

interface Facet {
  cluster: string;
  column: ColumnName;
  parameter: string;
  describe(code: number): { id: string; name: string };
}

const SALARY_STEPS = [50_000, 100_000, 150_000, 200_000, 300_000];

/** The `clusters` of a search: groups of filters with the number of vacancies that each would leave. */
export function clustersOf(found: Found, board: VacancyBoard, query: QueryParameters, locale: Locale): unknown[] {
  const groups = [
    ...facets(board, locale).map((facet) => ({
      id: facet.cluster,
      items: count(found, board.column(facet.column)).map(([code, total]): ClusterItem => {
        const { id, name } = facet.describe(code);
        return { name, url: searchUrl(query, { [facet.parameter]: id }), count: total };
      }),
    })),
    { id: 'salary', items: salaryItems(found, board, query) },
    { id: 'label', items: labelItems(found, board, query, locale) },
  ];
  return groups
    .filter((group) => group.items.length > 0)
    .map(({ id, items }) => ({ ...dictionaryEntry('vacancy_cluster', id, locale), items }));
}

function facets(board: VacancyBoard, locale: Locale): Facet[] {
  const { areas } = board.source;
  const dictionary = (name: 'experience' | 'employment' | 'schedule'): Facet => ({
    cluster: name,
    column: name,
    parameter: name,
    describe: (code) => dictionaryEntry(name, dictionaryIds(name)[code] as string, locale),
  });
  return [
    { cluster: 'area', column: 'area', parameter: 'area', describe: (code) => areas.reference(code, locale) },
    {
      cluster: 'professional_role',
      column: 'role',
      parameter: 'professional_role',
      describe: (code) => roleReference(code, locale),
    },
    dictionary('experience'),
    dictionary('employment'),
    dictionary('schedule'),
  ];
}

/** Codes with the number of found rows that have them, most frequent first. Codes for "not given" are left out. */
function count(found: Found, column: Uint32Array | Uint16Array | Uint8Array): [code: number, total: number][] {
  const none = 2 ** (8 * column.BYTES_PER_ELEMENT) - 1;
  const totals = new Map<number, number>();
  for (let index = 0; index < found.length; index += 1) {
    const code = column[found.row(index)] as number;
    if (code !== none) totals.set(code, (totals.get(code) ?? 0) + 1);
  }
  return [...totals].sort((left, right) => right[1] - left[1]);
}

function salaryItems(found: Found, board: VacancyBoard, query: QueryParameters): ClusterItem[] {
  const high = board.column('salaryHigh');
  const atLeast = (rubles: number) => countRows(found, (row) => (high[row] as number) >= rubles);
  const items = [
    { name: 'Указан', url: searchUrl(query, { only_with_salary: 'true' }), count: atLeast(1) },
    ...SALARY_STEPS.map((step) => ({
      name: `от ${step} руб.`,
      url: searchUrl(query, { only_with_salary: 'true', salary: String(step) }),
      count: atLeast(step),
    })),
  ];
  return items.filter((item) => item.count > 0);
}

function labelItems(found: Found, board: VacancyBoard, query: QueryParameters, locale: Locale): ClusterItem[] {
  const labels = board.column('labels');
  const items = dictionaryIds('vacancy_label').map((id, position) => ({
    name: dictionaryEntry('vacancy_label', id, locale).name,
    url: searchUrl(query, { label: id }),
    count: countRows(found, (row) => ((labels[row] as number) & (1 << position)) !== 0),
  }));
  return items.filter((item) => item.count > 0);
}

function countRows(found: Found, test: (row: number) => boolean): number {
  let total = 0;
  for (let index = 0; index < found.length; index += 1) if (test(found.row(index))) total += 1;
  return total;
}
