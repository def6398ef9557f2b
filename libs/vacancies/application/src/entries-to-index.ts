import type { Clock } from '@job-scope/kernel';
import type { AreaReader, DuplicateGroups, VacancyReader, VacancyToIndex } from '@job-scope/vacancies-ports';
import { AreaPaths } from './area-paths';

/** Makes of stored vacancies what the search index is to hold. Whoever indexes, one by one or all anew, goes through here. */
export class EntriesToIndex {
  private readonly paths: AreaPaths;

  constructor(
    private readonly vacancies: VacancyReader,
    private readonly duplicates: DuplicateGroups,
    areas: Pick<AreaReader, 'byKeys'>,
    clock: Clock,
  ) {
    this.paths = new AreaPaths(areas, clock);
  }

  /**
   * Hands `index` the entries of these vacancies, and of those whose duplicates made others of them: a change of one
   * vacancy can give or take another its place as the canonical one. That is at most two more for each group, however
   * many there are in it, and none while the canonical one stays. Those that no reader may see are `absent`. What
   * `index` throws counts as not indexed.
   */
  hand<T>(
    vacancyIds: readonly string[],
    index: (entries: readonly VacancyToIndex[], absent: readonly string[]) => Promise<T>,
  ): Promise<T> {
    return this.duplicates.hold(vacancyIds, async ({ canonical, outdated }) => {
      // Read while the groups are held: whatever changes later comes with a message of its own.
      const ids = [...new Set([...vacancyIds, ...outdated])];
      const vacancies = await this.vacancies.byIds(ids);
      const visible = new Set(vacancies.map(({ id }) => id));
      const pathOf = await this.paths.of(vacancies);
      return index(
        vacancies.map((vacancy) => ({
          vacancy,
          areaPath: pathOf(vacancy),
          isCanonical: (canonical.get(vacancy.duplicateKey ?? '') ?? vacancy.id) === vacancy.id,
        })),
        ids.filter((id) => !visible.has(id)),
      );
    });
  }
}
