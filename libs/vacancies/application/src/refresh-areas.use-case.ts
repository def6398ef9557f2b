import type { CancelSignal } from '@job-scope/kernel';
import { areasOf } from '@job-scope/vacancies-domain';
import type { AreaDirectory, AreaSource, RefreshClaims } from '@job-scope/vacancies-ports';
import { DAILY } from './refresh-timing';

export interface AreasRefreshed {
  readonly source: string;
  /** Areas that are new or other than before. */
  readonly written: number;
  readonly removed: number;
  /** Why the source's areas stay as they were; null if they could be read. */
  readonly failure: string | null;
}

/** Reads the areas of each source anew when that is due, and when there are none yet. */
export class RefreshAreas {
  constructor(
    private readonly sources: readonly AreaSource[],
    private readonly directory: AreaDirectory,
    private readonly claims: RefreshClaims,
  ) {}

  /** Tells of those that were due here. */
  async execute(signal: CancelSignal): Promise<readonly AreasRefreshed[]> {
    const refreshed: AreasRefreshed[] = [];
    for (const source of this.sources) {
      const task = `areas/${source.name}`;
      if (!(await this.claims.claim(task, DAILY))) continue;
      const { failure, written, removed } = await this.refresh(source, signal);
      if (failure === null) await this.claims.done(task);
      refreshed.push({ source: source.name, written, removed, failure });
    }
    return refreshed;
  }

  private async refresh(source: AreaSource, signal: CancelSignal): Promise<Omit<AreasRefreshed, 'source'>> {
    const told = await source.areas(signal);
    if (!told.ok) return { written: 0, removed: 0, failure: told.error.detail };
    const areas = areasOf(source.name, told.value);
    return { ...(await this.directory.replace(source.name, areas)), failure: null };
  }
}
