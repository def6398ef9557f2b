import type { Logger } from '@job-scope/platform-nest';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { SavedSearchGauges } from './saved-search-gauges';
import { SavedSearchWatcher } from './saved-search-watcher';
import { WORKER_LOGGER } from './tokens';
import { UserFollower } from './user-follower';

export interface SavedSearchesModuleOptions {
  /** The use cases that the loops call, each provided by its class. */
  readonly useCases: readonly Provider[];
  /** Whether mails can be sent: without, nothing is looked for, but who is deleted is forgotten all the same. */
  readonly sendsMail: boolean;
  readonly logger: Logger;
}

/** The worker's part in saved searches: whom they may be sent to, what is new, and the mails about it. */
@Module({})
export class SavedSearchesModule {
  static register({ useCases, sendsMail, logger }: SavedSearchesModuleOptions): DynamicModule {
    return {
      module: SavedSearchesModule,
      providers: [
        ...useCases,
        { provide: WORKER_LOGGER, useValue: logger },
        UserFollower,
        ...(sendsMail ? [SavedSearchWatcher, SavedSearchGauges] : []),
      ],
    };
  }
}
