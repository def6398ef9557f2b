import type { Predicate } from '@job-scope/simulator-shared';
import { NO_EMPLOYER, type ColumnName } from '../dataset/columns';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { DictionaryName } from '../directories/dictionaries';
import { industryMatches } from '../directories/industries';

/** Filters that compare one column with the ids of one dictionary. */
export const ENUM_FILTERS: readonly { parameter: string; dictionary: DictionaryName; column: ColumnName }[] = [
  { parameter: 'experience', dictionary: 'experience', column: 'experience' },
  { parameter: 'employment', dictionary: 'employment', column: 'employment' },
  { parameter: 'employment_form', dictionary: 'employment_form', column: 'employmentForm' },
  { parameter: 'schedule', dictionary: 'schedule', column: 'schedule' },
  { parameter: 'work_format', dictionary: 'work_format', column: 'workFormat' },
];

/** What a search asks for; an empty list asks for nothing. */
export interface VacancyFilter {
  /** Positions in the area directory; each means its whole subtree. */
  areas: number[];
  roles: number[];
  employers: string[];
  excludedEmployers: string[];
  industries: string[];
  metro: string[];
  /** Bits that must all be set. */
  labels: number;
  /** Bits of which one must be set. */
  partTime: number;
  /** Wanted codes by column. */
  enums: Record<string, number[]>;
  onlyWithSalary: boolean;
  /** Rubles. */
  salary?: number;
  /** Seconds since the epoch, both inclusive and already rounded. */
  from?: number;
  to?: number;
  box?: { top: number; bottom: number; left: number; right: number };
}

/** "Near" is not defined by the API; the simulator takes a fifth to either side of the range. */
const SALARY_TOLERANCE = 0.2;

/** The tests a row must pass, without the publication window: that one is a range of ranks. */
export function predicatesOf(filter: VacancyFilter, board: VacancyBoard): Predicate[] {
  const candidates = [
    byArea(filter, board),
    byRole(filter, board),
    byEmployer(filter, board),
    byOtherEmployers(filter, board),
    byIndustry(filter, board),
    ...ENUM_FILTERS.map(({ column }) => member(board, column, filter.enums[column] ?? [])),
    byLabels(filter, board),
    byPartTime(filter, board),
    bySalary(filter, board),
    byMetro(filter, board),
    byBox(filter, board),
  ];
  return candidates.filter((predicate) => predicate !== undefined);
}

function member(board: VacancyBoard, name: ColumnName, codes: readonly number[]): Predicate | undefined {
  if (codes.length === 0) return undefined;
  const column = board.column(name);
  const wanted = new Uint8Array(NO_EMPLOYER + 1);
  for (const code of codes) wanted[code] = 1;
  return (row) => wanted[column[row] as number] === 1;
}

function byArea({ areas }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  return member(
    board,
    'area',
    areas.flatMap((area) => board.source.areas.subtree(area)),
  );
}

function byRole({ roles }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  const first = member(board, 'role', roles);
  const second = member(board, 'secondRole', roles);
  return first && second && ((row) => first(row) || second(row));
}

function byEmployer({ employers }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (employers.length === 0) return undefined;
  return member(board, 'employer', positionsOf(employers, board)) ?? (() => false);
}

function byOtherEmployers({ excludedEmployers }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  const isExcluded = member(board, 'employer', positionsOf(excludedEmployers, board));
  return isExcluded && ((row) => !isExcluded(row));
}

function positionsOf(employers: readonly string[], board: VacancyBoard): number[] {
  return employers.map((id) => board.source.employers.position(id)).filter((position) => position !== undefined);
}

function byIndustry({ industries }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (industries.length === 0) return undefined;
  const { employers } = board.source;
  const wanted = (leaf: string) => industries.some((industry) => industryMatches(leaf, industry));
  const matching = Array.from({ length: employers.size }, (_, position) => position).filter((position) =>
    employers.at(position).industries.some(wanted),
  );
  return member(board, 'employer', matching) ?? (() => false);
}

function byLabels({ labels }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (labels === 0) return undefined;
  const column = board.column('labels');
  return (row) => ((column[row] as number) & labels) === labels;
}

function byPartTime({ partTime }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (partTime === 0) return undefined;
  const column = board.column('partTime');
  return (row) => ((column[row] as number) & partTime) !== 0;
}

function bySalary({ salary, onlyWithSalary }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (salary === undefined && !onlyWithSalary) return undefined;
  const low = board.column('salaryLow');
  const high = board.column('salaryHigh');
  return (row) => {
    const to = high[row] as number;
    if (to === 0) return !onlyWithSalary;
    if (salary === undefined) return true;
    return salary >= (low[row] as number) * (1 - SALARY_TOLERANCE) && salary <= to * (1 + SALARY_TOLERANCE);
  };
}

function byMetro({ metro }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (metro.length === 0) return undefined;
  return (row) => {
    const stations = board.address(row)?.metro_stations ?? [];
    return stations.some((station) => metro.includes(station.station_id) || metro.includes(station.line_id));
  };
}

function byBox({ box }: VacancyFilter, board: VacancyBoard): Predicate | undefined {
  if (!box) return undefined;
  return (row) => {
    const { lat, lng } = board.address(row) ?? {};
    if (lat == null || lng == null) return false;
    return lat <= box.top && lat >= box.bottom && lng >= box.left && lng <= box.right;
  };
}
