import type { Reference } from '@job-scope/vacancies-domain';
import {
  SALARY_PERCENTILES,
  type CountGrouping,
  type SalaryFigures,
  type SalaryGrouping,
  type Statistics,
  type StatisticsGroup,
  type StatisticsRequest,
  type VacancyCount,
  type VacancyStatistics,
  type VacancyToIndex,
} from '@job-scope/vacancies-ports';
import { passesAll } from './search-model';

type Entry = VacancyToIndex;
type Grouping = SalaryGrouping | CountGrouping;

/** Computes as plainly as can be; an engine is held against it. */
export class InMemoryVacancyStatistics implements VacancyStatistics {
  readonly entries: Entry[] = [];

  async salaries(request: StatisticsRequest<SalaryGrouping>): Promise<Statistics<SalaryFigures>> {
    return this.statisticsOf(request, salaryFiguresOf);
  }

  async counts(request: StatisticsRequest<CountGrouping>): Promise<Statistics<VacancyCount>> {
    return this.statisticsOf(request, ({ length }) => ({ vacancies: length }));
  }

  private statisticsOf<Figures extends VacancyCount>(
    { by, filters, limit }: StatisticsRequest<Grouping>,
    figuresOf: (entries: readonly Entry[]) => Figures,
  ): Statistics<Figures> {
    const entries = this.entries.filter((entry) => passesAll(entry, filters));
    const groups = [...membersByKey(entries, KEYS[by]).values()].map(({ key, members }) => ({
      ...key,
      ...figuresOf(members),
    }));
    const isTime = by === 'day' || by === 'month';
    const sorted = groups.sort(isTime ? byIdDescending : bySize).slice(0, limit);
    return { exact: true, all: figuresOf(entries), groups: isTime ? sorted.reverse() : sorted };
  }
}

const membersByKey = (entries: readonly Entry[], keysOf: (entry: Entry) => readonly StatisticsGroup[]) => {
  const groups = new Map<string, { readonly key: StatisticsGroup; readonly members: Entry[] }>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const which = key.id === null ? `anonymous ${key.name}` : `known ${key.id}`;
      const group = groups.get(which) ?? { key, members: [] };
      group.members.push(entry);
      groups.set(which, group);
    }
  }
  return groups;
};

const before = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const byIdDescending = (one: StatisticsGroup, other: StatisticsGroup): number => before(other.id ?? '', one.id ?? '');

const bySize = (one: StatisticsGroup & VacancyCount, other: StatisticsGroup & VacancyCount): number =>
  other.vacancies - one.vacancies || before(one.name, other.name) || before(one.id ?? '', other.id ?? '');

const listOf = <T>(value: T | null | undefined): readonly T[] => (value ? [value] : []);
const named = (name: string): StatisticsGroup => ({ id: name, name });
const idAndName = ({ id, name }: StatisticsGroup | Reference): StatisticsGroup => ({ id, name });

const MOSCOW_IS_AHEAD_MS = 3 * 3_600_000;
const dayOf = ({ vacancy }: Entry): string =>
  new Date(vacancy.publishedAt.getTime() + MOSCOW_IS_AHEAD_MS).toISOString().slice(0, 10);

const KEYS: Readonly<Record<Grouping, (entry: Entry) => readonly StatisticsGroup[]>> = {
  source: ({ vacancy }) => [named(vacancy.source)],
  area: ({ areaPath }) => listOf(areaPath[1] ?? areaPath[0]).map(idAndName),
  employer: ({ vacancy }) => listOf(vacancy.employer).map(idAndName),
  professionalRole: ({ vacancy }) => vacancy.professionalRoles.map(idAndName),
  experience: ({ vacancy }) => listOf(vacancy.experience).map(idAndName),
  skill: ({ vacancy }) => (vacancy.details?.keySkills ?? []).map(named),
  currency: ({ vacancy }) => listOf(vacancy.salary).map(({ currency }) => named(currency)),
  day: (entry) => [named(dayOf(entry))],
  month: (entry) => [named(dayOf(entry).slice(0, 7))],
};

const salaryFiguresOf = (entries: readonly Entry[]): SalaryFigures => {
  const salaries = entries.flatMap(({ vacancy }) => listOf(vacancy.monthlySalary));
  const amounts = salaries.flatMap(({ fromMinor, toMinor }) => {
    const bounds = [fromMinor, toMinor].filter((bound) => bound !== null);
    return bounds.length === 0 ? [] : [bounds.reduce((sum, bound) => sum + bound, 0) / bounds.length];
  });
  return {
    vacancies: entries.length,
    withSalary: amounts.length,
    estimated: salaries.filter(({ estimated }) => estimated).length,
    percentiles: amounts.length === 0 ? null : SALARY_PERCENTILES.map((share) => percentileOf(amounts, share)),
  };
};

/** Between the two amounts that lie nearest to the place, in proportion to how near it is. */
const percentileOf = (amounts: readonly number[], share: number): number => {
  const sorted = amounts.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
};
