import { portToken } from '@job-scope/kernel';
import type { Area, AreaKey } from '@job-scope/vacancies-domain';

/** Reads the areas that sources tell of. */
export interface AreaReader {
  /** Those of them that are known, in any order. */
  byKeys(keys: readonly AreaKey[]): Promise<readonly Area[]>;
}

export const AREA_READER = portToken<AreaReader>('vacancies/AreaReader');
