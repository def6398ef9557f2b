import type { CollectionQuery } from './collection-query';
import type { SourceName } from './source';

/** A stored wish to collect again and again. */
export interface Schedule {
  /** UUIDv7. */
  readonly id: string;
  /** Unique; for people, and for making a default schedule only once. */
  readonly name: string;
  readonly source: SourceName;
  readonly query: CollectionQuery;
  /** Five or six fields, read in `timeZone`. */
  readonly cron: string;
  /** IANA name, for example `Europe/Moscow`. */
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly nextFireAt: Date;
}
