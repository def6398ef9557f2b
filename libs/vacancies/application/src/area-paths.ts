import type { Clock } from '@job-scope/kernel';
import { directoryOf, type AreaKey, type Reference, type Vacancy } from '@job-scope/vacancies-domain';
import type { AreaReader } from '@job-scope/vacancies-ports';

/** Directories change once a day; a relay asks some times a second. */
const FRESH_MS = 600_000;
/** More than any source has; when it is reached, remembering begins anew. */
const MAX_REMEMBERED = 20_000;

type Located = Pick<Vacancy, 'source' | 'area'>;

/** The paths of areas, remembered for a while: one query for those of a batch that are not. */
export class AreaPaths {
  private readonly remembered = new Map<string, Path>();
  private since = 0;

  constructor(
    private readonly areas: Pick<AreaReader, 'byKeys'>,
    private readonly clock: Clock,
  ) {}

  /** Gives each vacancy its path: from the widest area to its own, which alone is left where the directory knows no more. */
  async of(vacancies: readonly Located[]): Promise<(vacancy: Located) => readonly Reference[]> {
    const wanted = new Map(
      vacancies.flatMap(({ source, area }) => {
        const key = area && { source: directoryOf(source), id: area.id };
        return key ? [[textOf(key), key]] : [];
      }),
    );
    const paths = new Map<string, Path>();
    this.forgetWhatIsOld();
    for (const key of wanted.keys()) {
      const path = this.remembered.get(key);
      if (path !== undefined && wanted.delete(key)) paths.set(key, path);
    }
    if (wanted.size > 0) {
      for (const key of wanted.keys()) paths.set(key, null);
      for (const { path, ...key } of await this.areas.byKeys([...wanted.values()])) paths.set(textOf(key), path);
      this.remember([...wanted.keys()], paths);
    }
    return ({ source, area }) => {
      if (!area) return [];
      return [...(paths.get(textOf({ source: directoryOf(source), id: area.id }))?.slice(0, -1) ?? []), area];
    };
  }

  private forgetWhatIsOld(): void {
    const now = this.clock.now().getTime();
    if (now - this.since < FRESH_MS) return;
    this.remembered.clear();
    this.since = now;
  }

  private remember(keys: readonly string[], paths: ReadonlyMap<string, Path>): void {
    if (this.remembered.size + keys.length > MAX_REMEMBERED) this.remembered.clear();
    for (const key of keys.slice(0, MAX_REMEMBERED)) this.remembered.set(key, paths.get(key) ?? null);
  }
}

/** Null for an area that the directory does not know. */
type Path = readonly Reference[] | null;

const textOf = ({ source, id }: AreaKey): string => `${source}\n${id}`;
