import { AreasController } from './areas.controller';
import { CollectionsController } from './collections.controller';
import { DeadLettersController } from './dead-letters.controller';
import { ExportsController } from './exports.controller';
import { RunEventsController } from './run-events.controller';
import { SavedSearchActionsController } from './saved-search-actions.controller';
import { SavedSearchesController } from './saved-searches.controller';
import { ScheduleActionsController } from './schedule-actions.controller';
import { SchedulesController } from './schedules.controller';
import { SearchIndexController } from './search-index.controller';
import { SourceQueueController } from './source-queue.controller';
import { SourcesController } from './sources.controller';
import { StatisticsController } from './statistics.controller';
import { VacanciesController } from './vacancies.controller';
import { VacancyChangeController } from './vacancy-change.controller';
import { VacancyCreationController } from './vacancy-creation.controller';
import { VacancyEditsController } from './vacancy-edits.controller';
import { VacancyExportController } from './vacancy-export.controller';
import { VacancySearchController } from './vacancy-search.controller';
import { VacancyVisibilityController } from './vacancy-visibility.controller';

/** The controllers of the context. The app that uses them provides their use cases. */
export const vacancyControllers = [
  VacancySearchController,
  VacancyExportController,
  VacancyVisibilityController,
  VacanciesController,
  VacancyChangeController,
  VacancyCreationController,
  VacancyEditsController,
  CollectionsController,
  RunEventsController,
  DeadLettersController,
  SavedSearchesController,
  SavedSearchActionsController,
  SchedulesController,
  ScheduleActionsController,
  SourcesController,
  SourceQueueController,
  AreasController,
  SearchIndexController,
  StatisticsController,
  ExportsController,
];
