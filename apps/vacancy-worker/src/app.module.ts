import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { PortsModule, provideUseCase, type Binding } from '@job-scope/platform-nest';
import {
  AbandonCollection,
  AdvanceIndexOperation,
  CollectWindow,
  FindEndedRuns,
  ForgetRunHistory,
  IsSourcePaused,
  ListDeadLetterGroups,
  PlanCollection,
  PrepareSearchIndex,
  ReadIndexProgress,
  ReadOutboxBacklog,
  RecoverLostWork,
  RelayOutbox,
  WaitForOutbox,
} from '@job-scope/vacancies-application';
import {
  AREA_READER,
  COLLECTION_JOB_QUEUE,
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CURRENCY_RATES,
  DEAD_LETTER_READER,
  DUPLICATE_GROUPS,
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  NOTIFICATION_MAILER,
  OPEN_WORK,
  OUTBOX_FEED,
  REFRESH_CLAIMS,
  STORED_REVISIONS,
  RUN_LIMITS,
  RUN_RETENTION,
  VACANCY_READER,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_SEARCH_INDEXER,
  VACANCY_SOURCES,
  VACANCY_UNIT_OF_WORK,
} from '@job-scope/vacancies-ports';
import { SavedSearchesModule, WorkerModule, type WorkerModuleOptions } from '@job-scope/vacancies-presentation/worker';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { exportUseCases } from './exports';
import { referenceDataUseCases } from './reference-data';
import { savedSearchUseCases } from './saved-searches';

const useCases: readonly Provider[] = [
  provideUseCase(PlanCollection, VACANCY_UNIT_OF_WORK, CLOCK, ID_GENERATOR, RUN_LIMITS),
  provideUseCase(
    CollectWindow,
    VACANCY_UNIT_OF_WORK,
    VACANCY_SOURCES,
    CONTENT_HASHER,
    CLOCK,
    ID_GENERATOR,
    CURRENCY_RATES,
  ),
  provideUseCase(FindEndedRuns, COLLECTION_RUN_READER),
  provideUseCase(ForgetRunHistory, VACANCY_UNIT_OF_WORK, CLOCK, RUN_RETENTION),
  provideUseCase(IsSourcePaused, VACANCY_UNIT_OF_WORK),
  provideUseCase(ListDeadLetterGroups, DEAD_LETTER_READER),
  provideUseCase(AbandonCollection, VACANCY_UNIT_OF_WORK, CLOCK),
  {
    provide: RecoverLostWork,
    inject: [OPEN_WORK.key, COLLECTION_JOB_QUEUE.key, AbandonCollection, REFRESH_CLAIMS.key],
    useFactory: (...parts: ConstructorParameters<typeof RecoverLostWork>) => new RecoverLostWork(...parts),
  },
  provideUseCase(
    RelayOutbox,
    OUTBOX_FEED,
    COLLECTION_JOB_QUEUE,
    VACANCY_SEARCH_INDEXER,
    VACANCY_READER,
    STORED_REVISIONS,
    DUPLICATE_GROUPS,
    AREA_READER,
    CLOCK,
  ),
  ...referenceDataUseCases,
  ...exportUseCases,
  provideUseCase(WaitForOutbox, OUTBOX_FEED),
  provideUseCase(ReadOutboxBacklog, OUTBOX_FEED),
  provideUseCase(
    PrepareSearchIndex,
    VACANCY_SEARCH_INDEXER,
    VACANCY_SEARCH_ADMINISTRATIONS,
    STORED_REVISIONS,
    VACANCY_UNIT_OF_WORK,
    CLOCK,
    ID_GENERATOR,
  ),
  provideUseCase(
    AdvanceIndexOperation,
    VACANCY_UNIT_OF_WORK,
    VACANCY_SEARCH_ADMINISTRATIONS,
    CLOCK,
    STORED_REVISIONS,
    VACANCY_SEARCH_INDEXER,
    INDEX_REFUSALS,
    VACANCY_READER,
    DUPLICATE_GROUPS,
    AREA_READER,
  ),
  provideUseCase(
    ReadIndexProgress,
    VACANCY_SEARCH_ADMINISTRATIONS,
    STORED_REVISIONS,
    INDEX_REFUSALS,
    INDEX_OPERATION_READER,
  ),
];

export interface AppModuleOptions {
  readonly bindings: readonly Binding[];
  readonly worker: Omit<WorkerModuleOptions, 'useCases'>;
}

@Module({})
export class AppModule {
  static register({ bindings, worker }: AppModuleOptions): DynamicModule {
    const sendsMail = bindings.some(({ provide }) => provide === NOTIFICATION_MAILER.key);
    return {
      module: AppModule,
      imports: [
        PortsModule.register(bindings),
        WorkerModule.register({ ...worker, useCases }),
        SavedSearchesModule.register({
          ...{ useCases: savedSearchUseCases(sendsMail), sendsMail, logger: worker.logger },
        }),
      ],
    };
  }
}
