import { AUTH_AUDIT_TRAIL } from '@job-scope/auth-client';
import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { AUTHENTICATOR, PortsModule, provideUseCase, type Binding } from '@job-scope/platform-nest';
import {
  CancelCollection,
  GetCollectionRun,
  GetVacancy,
  ListAreas,
  ListAuditEvents,
  ListCollectionRuns,
  ListCollectionWindows,
  ListRunEvents,
  ListSources,
  ListVacancyChanges,
  ReadSalaryStatistics,
  ReadVacancyCounts,
  RequestCollection,
  SearchVacancies,
  SimilarVacancies,
  SuggestSearch,
} from '@job-scope/vacancies-application';
import {
  AREA_READER,
  AUDIT_READER,
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CRON_CALCULATOR,
  CURRENCY_RATES,
  DEAD_LETTER_READER,
  HIDDEN_VACANCY_READER,
  HTML_CLEANER,
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  SAVED_SEARCH_STORE,
  SCHEDULE_READER,
  SOURCE_BLOCKS,
  STORED_REVISIONS,
  VACANCY_HISTORY_READER,
  VACANCY_READER,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_SEARCH_READER,
  VACANCY_STATISTICS,
  VACANCY_UNIT_OF_WORK,
} from '@job-scope/vacancies-ports';
import { vacancyControllers } from '@job-scope/vacancies-presentation/http';
import { Module, type DynamicModule } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AuditEventsController } from './audit/audit-events.controller';
import { MergedAuditTrail } from './audit/merged-audit-trail';
import { deadLetterUseCases } from './dead-letter-use-cases';
import { sourceUseCases } from './source-use-cases';
import { EXPORT_PORTS, exportUseCases } from './exports';
import { API_DOCUMENT, HAS_PAGES, HomeController } from './home.controller';
import { savedSearchUseCases } from './saved-search-use-cases';
import { scheduleUseCases } from './schedule-use-cases';
import { searchIndexUseCases } from './search-index-use-cases';
import { vacancyAdministrationUseCases } from './vacancy-administration-use-cases';

/** The ports that must stand behind the gateway. */
export const GATEWAY_PORTS = [
  AREA_READER,
  AUDIT_READER,
  AUTH_AUDIT_TRAIL,
  AUTHENTICATOR,
  CLOCK,
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CRON_CALCULATOR,
  CURRENCY_RATES,
  DEAD_LETTER_READER,
  HIDDEN_VACANCY_READER,
  HTML_CLEANER,
  ID_GENERATOR,
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  SAVED_SEARCH_STORE,
  SCHEDULE_READER,
  SOURCE_BLOCKS,
  STORED_REVISIONS,
  VACANCY_HISTORY_READER,
  VACANCY_READER,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_SEARCH_READER,
  VACANCY_STATISTICS,
  VACANCY_UNIT_OF_WORK,
  ...EXPORT_PORTS,
] as const;

export interface AppModuleOptions {
  readonly bindings: readonly Binding[];
  readonly apiDocument: OpenAPIObject;
  /** Whether there are pages for people beside the API. */
  readonly hasPages: boolean;
}

@Module({})
export class AppModule {
  static register({ bindings, apiDocument, hasPages }: AppModuleOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PortsModule.register(bindings)],
      controllers: [...vacancyControllers, AuditEventsController, HomeController],
      providers: [
        { provide: API_DOCUMENT, useValue: apiDocument },
        { provide: HAS_PAGES, useValue: hasPages },
        provideUseCase(SearchVacancies, VACANCY_SEARCH_READER, CURRENCY_RATES, CONTENT_HASHER, CLOCK),
        ...exportUseCases,
        ...vacancyAdministrationUseCases,
        provideUseCase(SuggestSearch, VACANCY_SEARCH_READER),
        provideUseCase(SimilarVacancies, VACANCY_READER, VACANCY_SEARCH_READER),
        provideUseCase(GetVacancy, VACANCY_READER),
        provideUseCase(ListVacancyChanges, VACANCY_HISTORY_READER, VACANCY_READER),
        provideUseCase(ListCollectionRuns, COLLECTION_RUN_READER),
        provideUseCase(GetCollectionRun, COLLECTION_RUN_READER),
        provideUseCase(ListCollectionWindows, COLLECTION_RUN_READER),
        provideUseCase(ListRunEvents, COLLECTION_RUN_READER),
        provideUseCase(CancelCollection, VACANCY_UNIT_OF_WORK, CLOCK),
        ...savedSearchUseCases,
        ...scheduleUseCases,
        ...searchIndexUseCases,
        ...deadLetterUseCases,
        ...sourceUseCases,
        provideUseCase(ReadSalaryStatistics, VACANCY_STATISTICS),
        provideUseCase(ReadVacancyCounts, VACANCY_STATISTICS),
        provideUseCase(ListAreas, AREA_READER),
        provideUseCase(ListSources),
        provideUseCase(ListAuditEvents, AUDIT_READER),
        MergedAuditTrail,
        provideUseCase(
          RequestCollection,
          VACANCY_UNIT_OF_WORK,
          COLLECTION_RUN_READER,
          CONTENT_HASHER,
          CLOCK,
          ID_GENERATOR,
        ),
      ],
    };
  }
}
