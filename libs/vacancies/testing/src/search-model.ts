import type { GeoPoint } from '@job-scope/vacancies-domain';
import type { AnyOf, FacetName, VacancyFilters, VacancyToIndex } from '@job-scope/vacancies-ports';

/*
 * What filters and facets mean, told as plainly as can be and without regard to speed: engines are held against it. Words
 * have no such model.
 */

type Entry = VacancyToIndex;

/** What a vacancy has of each facet. */
const HAS: Readonly<Record<FacetName, (entry: Entry) => readonly { id: string | null; name: string }[]>> = {
  source: ({ vacancy }) => [{ id: vacancy.source, name: vacancy.source }],
  area: ({ areaPath }) => areaPath,
  employer: ({ vacancy }) => listOf(vacancy.employer),
  professionalRole: ({ vacancy }) => vacancy.professionalRoles,
  experience: ({ vacancy }) => listOf(vacancy.experience),
  employment: ({ vacancy }) => listOf(vacancy.employment),
  schedule: ({ vacancy }) => listOf(vacancy.schedule),
  workFormat: ({ vacancy }) => vacancy.workFormats,
  skill: ({ vacancy }) => (vacancy.details?.keySkills ?? []).map((skill) => ({ id: skill, name: skill })),
};

const listOf = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

const isAnyOf = (wanted: AnyOf | undefined, has: readonly { id: string | null; name: string }[]): boolean =>
  wanted === undefined ||
  has.some(
    ({ id, name }) => (id !== null && wanted.ids.includes(id)) || wanted.names.some((each) => alike(each, name)),
  );

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const DICTIONARIES = [
  'area',
  'employer',
  'professionalRole',
  'experience',
  'employment',
  'schedule',
  'workFormat',
] as const;

export const passesAll = (entry: Entry, filters: VacancyFilters): boolean => {
  const { vacancy, isCanonical } = entry;
  const { source, skill, hasTest, publishedFrom, publishedTo, idFrom } = filters;
  return (
    DICTIONARIES.every((name) => isAnyOf(filters[name], HAS[name](entry))) &&
    isAnyOf(source && { ids: source, names: [] }, HAS.source(entry)) &&
    isAnyOf(skill && { ids: [], names: skill }, HAS.skill(entry)) &&
    offersEnough(entry, filters) &&
    (hasTest === undefined || vacancy.hasTest === hasTest) &&
    (idFrom === undefined || vacancy.id >= idFrom) &&
    (publishedFrom === undefined || vacancy.publishedAt >= publishedFrom) &&
    (publishedTo === undefined || vacancy.publishedAt <= publishedTo) &&
    isThere(vacancy.address?.point ?? null, filters) &&
    (filters.state ?? ['active']).includes(vacancy.state) &&
    (filters.includeDuplicates === true || isCanonical)
  );
};

const offersEnough = ({ vacancy }: Entry, { salary, onlyWithSalary }: VacancyFilters): boolean => {
  if (onlyWithSalary && vacancy.salary === null) return false;
  if (!salary) return true;
  const { fromMinor = null, toMinor = null } = vacancy.monthlySalary ?? {};
  return (
    vacancy.monthlySalary !== null &&
    (toMinor ?? Infinity) >= (salary.fromMinor ?? 0) &&
    (fromMinor ?? 0) <= (salary.toMinor ?? Infinity)
  );
};

const isThere = (point: GeoPoint | null, { within, near }: VacancyFilters): boolean => {
  if (!point) return !within && !near;
  const { lat, lng } = point;
  const isBetween = ({ west, east }: { west: number; east: number }) =>
    west <= east ? west <= lng && lng <= east : lng >= west || lng <= east;
  return (
    (!within || (within.south <= lat && lat <= within.north && isBetween(within))) &&
    (!near || metresBetween(near.point, point) <= near.radiusMetres)
  );
};

const metresBetween = (one: GeoPoint, other: GeoPoint): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [half, turn] = [radians(other.lat - one.lat) / 2, radians(other.lng - one.lng) / 2];
  const cosines = Math.cos(radians(one.lat)) * Math.cos(radians(other.lat));
  return 2 * 6_371_000 * Math.asin(Math.sqrt(Math.sin(half) ** 2 + cosines * Math.sin(turn) ** 2));
};

/** By identifier, how many vacancies that pass all filters but the facet's own have a value. */
export const countsOf = (
  facet: FacetName,
  entries: readonly Entry[],
  filters: VacancyFilters,
): Readonly<Record<string, number>> => {
  const passing = entries.filter((entry) => passesAll(entry, { ...filters, [facet]: undefined }));
  const counts: Record<string, number> = {};
  for (const { id } of passing.flatMap(HAS[facet])) counts[String(id)] = (counts[String(id)] ?? 0) + 1;
  return counts;
};
