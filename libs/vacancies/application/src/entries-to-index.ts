import type { Clock } from '@job-scope/kernel';
import type {
  AreaReader,
  DuplicateGroups,
  StoredRevisions,
  VacancyReader,
  VacancySearchIndexer,
} from '@job-scope/vacancies-ports';
import { AreaPaths } from './area-paths';

/** Gives the search index what it is to hold of stored vacancies. Whoever indexes, one by one or all anew, goes through here. */
export class EntriesToIndex {
  private readonly paths: AreaPaths;

  constructor(
    private readonly vacancies: VacancyReader,
    private readonly stored: Pick<StoredRevisions, 'of'>,
    private readonly duplicates: DuplicateGroups,
    areas: Pick<AreaReader, 'byKeys'>,
    clock: Clock,
  ) {
    this.paths = new AreaPaths(areas, clock);
  }

  /**
   * Hands the indexer the entries of these vacancies, and of those whose duplicates made others of them: a change of one
   * vacancy can give or take another its place as the canonical one. That is at most two more for each group, however
   * many there are in it, and none while the canonical one stays. Those that no reader may see are removed. Returns what
   * was refused, with the reason; what the indexer throws counts as not indexed.
   */
  hand(
    vacancyIds: readonly string[],
    indexer: Pick<VacancySearchIndexer, 'index' | 'remove'>,
  ): Promise<ReadonlyMap<string, string>> {
    return this.duplicates.hold(vacancyIds, async ({ canonical, outdated }) => {
      const refused = new Map<string, string>();
      let ids: readonly string[] = [...new Set([...vacancyIds, ...outdated])];
      while (ids.length > 0) {
        // Read while the groups are held: whatever changes later comes with a message of its own.
        const vacancies = await this.vacancies.byIds(ids);
        const visible = new Set(vacancies.map(({ id }) => id));
        const absent = ids.filter((id) => !visible.has(id));
        if (absent.length > 0) await indexer.remove(absent);
        const pathOf = await this.paths.of(vacancies);
        const entries = vacancies.map((vacancy) => ({
          vacancy,
          areaPath: pathOf(vacancy),
          isCanonical: (canonical.get(vacancy.duplicateKey ?? '') ?? vacancy.id) === vacancy.id,
        }));
        if (entries.length > 0) for (const [id, reason] of await indexer.index(entries)) refused.set(id, reason);
        ids = await this.turned(ids, visible);
      }
      return refused;
    });
  }

  /**
   * Those that were hidden or shown while they were handed over. Their message may have reached the index before us, and
   * of two removals, or of a removal and a write, no engine can tell the later one by its revision.
   */
  private async turned(ids: readonly string[], wereVisible: ReadonlySet<string>): Promise<readonly string[]> {
    const visible = new Set((await this.stored.of(ids)).map(({ id }) => id));
    return ids.filter((id) => visible.has(id) !== wereVisible.has(id));
  }
}
