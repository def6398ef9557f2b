import { portToken } from '@job-scope/kernel';
import type { Area, AreaKey, SourceName } from '@job-scope/vacancies-domain';

export interface AreaListRequest {
  readonly source: SourceName;
  /** Within which area; null begins at the widest. */
  readonly parentId: string | null;
  /**
   * How a word of the name begins, in any case, ё and е being one: then all that lie within are looked through. Null lists
   * those that lie within directly.
   */
  readonly prefix: string | null;
  readonly limit: number;
}

export interface ListedArea extends Area {
  readonly hasChildren: boolean;
}

/** Reads the areas that sources tell of. */
export interface AreaReader {
  /** Those of them that are known, in any order. */
  byKeys(keys: readonly AreaKey[]): Promise<readonly Area[]>;
  /** By name. */
  list(request: AreaListRequest): Promise<readonly ListedArea[]>;
}

export const AREA_READER = portToken<AreaReader>('vacancies/AreaReader');
