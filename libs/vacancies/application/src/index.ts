export type {
  CollectionCountsView,
  CollectionQueryView,
  CollectionRunDetailView,
  CollectionRunView,
  WindowStatesView,
} from './collection-run.view';
export * from './get-collection-run.query';
export * from './get-vacancy.query';
export * from './list-collection-runs.query';
export * from './request-collection.use-case';
export * from './search-vacancies.query';
export type { EmployerView, ReferenceView, SalaryView, VacancySummaryView, VacancyView } from './vacancy.view';
