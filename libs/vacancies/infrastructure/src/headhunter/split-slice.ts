import { bisectByTime, type CollectionQuery, type Slice } from '@job-scope/vacancies-domain';

/** What HeadHunter's directories say about areas and professional roles: identifiers only. */
export interface Directories {
  readonly rootAreas: readonly string[];
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
  readonly roles: readonly string[];
}

/** A filter that no request has: the slice is read as far as it is shown, and not cut again. */
export const UNDIVIDED = 'undivided';

/** Every vacancy has exactly one of them (dictionary `experience`). */
const EXPERIENCES = ['noExperience', 'between1And3', 'between3And6', 'moreThan6'];

/**
 * Smaller slices, by the first of these that still can be cut: time of publication, area, role, experience. The parts of
 * each hold the whole; regions inside an area come last, because a vacancy of the area itself is in none of them: the
 * area remains beside them, to be read as far as it is shown.
 */
export const splitSlice = (
  query: CollectionQuery,
  slice: Slice,
  now: Date,
  directories: () => Promise<Directories>,
): Promise<readonly Slice[]> | readonly Slice[] => {
  if (slice.filters[UNDIVIDED] !== undefined) return [];
  const halves = bisectByTime(slice, now);
  return halves.length > 0 ? halves : splitByFilters(query, slice, directories);
};

const splitByFilters = async (
  query: CollectionQuery,
  slice: Slice,
  load: () => Promise<Directories>,
): Promise<readonly Slice[]> => {
  const { filters } = slice;
  const by = (name: string, values: readonly string[]) =>
    values.map((value) => ({ ...slice, filters: { ...filters, [name]: value } }));

  const directories = await load();
  const areas = query.areas ?? directories.rootAreas;
  if (!filters['area'] && areas.length > 1) return by('area', areas);
  const roles = query.professionalRoles ?? directories.roles;
  if (!filters['professional_role'] && roles.length > 1) return by('professional_role', roles);
  const experience = query.experience ?? EXPERIENCES;
  if (!filters['experience'] && experience.length > 1) return by('experience', experience);
  const [area = ''] = filters['area'] ? [filters['area']] : areas;
  const regions = directories.childrenOf.get(area) ?? [];
  const whole = { ...slice, filters: { ...filters, area, [UNDIVIDED]: 'true' } };
  return regions.length > 0 ? [...by('area', regions), whole] : [];
};
