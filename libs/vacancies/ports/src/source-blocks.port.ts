import { portToken } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';

export interface SourceBlock {
  readonly until: Date;
  readonly reason: string;
}

/** The blocks that `SourceRequestBudget` keeps, for those who look at them or know that their reason is gone. */
export interface SourceBlocks {
  /** Null if requests may go out. */
  of(source: SourceName): Promise<SourceBlock | null>;
  /** Lets requests out again, in all replicas. */
  lift(source: SourceName): Promise<void>;
}

export const SOURCE_BLOCKS = portToken<SourceBlocks>('vacancies/SourceBlocks');
