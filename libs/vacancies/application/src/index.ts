export * from './abandon-collection.use-case';
export { AdvanceExports } from './advance-exports.use-case';
export * from './advance-index-operation.use-case';
export * from './cancel-collection.use-case';
export * from './change-saved-search.use-case';
export * from './change-schedule.use-case';
export * from './change-vacancy.use-case';
export * from './collect-window.use-case';
export type {
  CollectionCountsView,
  CollectionRunDetailView,
  CollectionRunView,
  WindowStatesView,
} from './collection-run.view';
export * from './create-saved-search.use-case';
export * from './create-schedule.use-case';
export * from './create-vacancy.use-case';
export type { DeadLetterGroupView, DeadLetterView } from './dead-letter.view';
export * from './delete-saved-search.use-case';
export * from './delete-export.use-case';
export * from './delete-schedule.use-case';
export * from './delete-vacancy.use-case';
export * from './discard-dead-letter.use-case';
export * from './ensure-default-schedule.use-case';
export { EXPORT_FORMATS, type ExportFormat } from './export-format';
export * from './export-vacancies.query';
export type { ExportLinkView, ExportView } from './export.view';
export * from './find-ended-runs.query';
export * from './fire-due-schedules.use-case';
export * from './follow-users.use-case';
export * from './forget-old-fires.use-case';
export * from './forget-run-history.use-case';
export * from './get-collection-run.query';
export * from './get-dead-letter.query';
export * from './get-export.query';
export * from './get-index-operation.query';
export * from './get-saved-search.query';
export * from './get-schedule.query';
export * from './get-vacancy.query';
export type { IndexDriftView, IndexOperationView } from './index-operation.view';
export * from './give-back-field.use-case';
export * from './hide-vacancy.use-case';
export * from './list-areas.query';
export * from './list-audit-events.query';
export * from './list-collection-runs.query';
export * from './list-collection-windows.query';
export * from './list-dead-letter-groups.query';
export * from './list-dead-letters.query';
export * from './list-exports.query';
export * from './list-run-events.query';
export * from './list-saved-searches.query';
export * from './list-schedules.query';
export * from './list-edited-fields.query';
export * from './list-hidden-vacancies.query';
export * from './list-sources.query';
export * from './list-vacancy-changes.query';
export * from './look-at-saved-searches.use-case';
export * from './pause-saved-search.use-case';
export * from './open-export-file.query';
export type { ExportViewer } from './own-export';
export * from './pause-schedule.use-case';
export * from './plan-collection.use-case';
export * from './prepare-search-index.use-case';
export * from './read-index-progress.query';
export * from './read-outbox-backlog.query';
export * from './read-rates-age.query';
export * from './read-saved-search-backlog.query';
export * from './read-salary-statistics.query';
export * from './read-vacancy-counts.query';
export * from './recover-lost-work.use-case';
export * from './refresh-areas.use-case';
export * from './refresh-currency-rates.use-case';
export * from './read-search-index.query';
export * from './relay-outbox.use-case';
export * from './remap-vacancies.use-case';
export * from './remove-expired-exports.use-case';
export * from './replay-dead-letter.use-case';
export * from './replay-dead-letters.use-case';
export * from './request-collection.use-case';
export * from './request-export.use-case';
export * from './request-index-operation.use-case';
export * from './resume-saved-search.use-case';
export * from './resume-schedule.use-case';
export * from './run-schedule.use-case';
export type { MonthlySalaryView, SalaryView } from './salary.view';
export type { SavedSearchView } from './saved-search.view';
export type { SavedSearchWishInput } from './saved-search-wish';
export * from './schedule-defaults';
export type { FireTimeView, ScheduleDetailView, ScheduleFireView, ScheduleView } from './schedule.view';
export type { Requester } from './requester';
export type { ScheduleWishInput } from './schedule-wish';
export * from './search-vacancies.input';
export * from './search-vacancies.query';
export * from './send-notifications.use-case';
export * from './show-vacancy.use-case';
export * from './similar-vacancies.query';
export * from './suggest-search.query';
export * from './unsubscribe.use-case';
export type { ChangeView, VacancyChangeView } from './vacancy-change.view';
export type { VacancyHitView } from './vacancy-hit.view';
export type {
  AddressView,
  DuplicateView,
  EmployerView,
  GeoPointView,
  MetroStationView,
  ReferenceView,
  VacancySummaryView,
  VacancyView,
} from './vacancy.view';
export * from './wait-for-outbox.use-case';
export type { WithholdVacancyFailure, WithholdVacancyInput } from './withhold-vacancy';
export * from './clear-source.use-case';
export * from './get-source-queue.query';
export * from './is-source-paused.query';
export * from './pause-source.use-case';
export * from './resume-source.use-case';
