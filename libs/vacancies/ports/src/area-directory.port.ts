import { portToken } from '@job-scope/kernel';
import type { Area, SourceName } from '@job-scope/vacancies-domain';

/** How many areas were new or other than before, and how many are no more. */
export interface AreaChanges {
  readonly written: number;
  readonly removed: number;
}

/** Keeps the areas that sources tell of. */
export interface AreaDirectory {
  /** Makes these all that is known of the source, at once: nobody sees a part. Areas that are as they were are left alone. */
  replace(source: SourceName, areas: readonly Area[]): Promise<AreaChanges>;
}

export const AREA_DIRECTORY = portToken<AreaDirectory>('vacancies/AreaDirectory');
