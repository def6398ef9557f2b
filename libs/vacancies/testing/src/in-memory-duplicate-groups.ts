import { byCanonical } from '@job-scope/vacancies-domain';
import { MAX_UNTOLD, type DuplicateGroups, type HeldGroups } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredVacancyRow } from './stored-state';

/** Holds all groups at once: one after the other. */
export class InMemoryDuplicateGroups implements DuplicateGroups {
  /** The canonical vacancy that the index was told of, by the key of its group. */
  protected readonly told = new Map<string, string>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: InMemoryVacancyDatabase) {}

  hold<T>(vacancyIds: readonly string[], work: (groups: HeldGroups) => Promise<T>): Promise<T> {
    const done = this.last.then(async () => {
      const groups = this.groupsOf(vacancyIds);
      const canonical = new Map([...groups].flatMap(([key, [first]]) => (first ? [[key, first.id]] : [])));
      const result = await work({ canonical, outdated: this.outdated(groups) });
      for (const key of groups.keys()) this.told.delete(key);
      for (const [key, id] of canonical) this.told.set(key, id);
      return result;
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  private groupsOf(vacancyIds: readonly string[]): ReadonlyMap<string, readonly StoredVacancyRow[]> {
    const groups = new Map<string, StoredVacancyRow[]>();
    for (const vacancy of this.database.read().vacancies.values()) {
      if (vacancy.duplicateKey === null) continue;
      groups.set(vacancy.duplicateKey, [...(groups.get(vacancy.duplicateKey) ?? []), vacancy]);
    }
    const keys = [...groups].flatMap(([key, members]) =>
      members.length > 1 && members.some(({ id }) => vacancyIds.includes(id)) ? [key] : [],
    );
    const left = [...this.told].flatMap(([key, id]) => (vacancyIds.includes(id) ? [key] : []));
    return new Map(
      [...keys, ...left].map((key) => [key, (groups.get(key) ?? []).filter(isVisible).toSorted(byCanonical)]),
    );
  }

  protected outdated(groups: ReadonlyMap<string, readonly StoredVacancyRow[]>): readonly string[] {
    return [...groups].flatMap(([key, members]) => {
      const told = this.told.get(key);
      if (told === undefined) return members.slice(0, MAX_UNTOLD).map(({ id }) => id);
      const [canonical] = members;
      return told === canonical?.id ? [] : [told, ...(canonical ? [canonical.id] : [])];
    });
  }
}

const isVisible = ({ withheld }: StoredVacancyRow): boolean => withheld === null;
