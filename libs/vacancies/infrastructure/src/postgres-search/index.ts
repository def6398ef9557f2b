export { PostgresVacancySearchAdministration } from './postgres-vacancy-search-administration';
export { PostgresVacancySearchIndexer } from './postgres-vacancy-search-indexer';
export { PostgresVacancySearchReader } from './postgres-vacancy-search-reader';
export { PostgresVacancyStatistics } from './postgres-vacancy-statistics';
