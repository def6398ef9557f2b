export { createElasticsearchClient, elasticsearchProbe } from './client';
export { ElasticsearchVacancySearchAdministration } from './elasticsearch-vacancy-search-administration';
export { ElasticsearchVacancySearchIndexer } from './elasticsearch-vacancy-search-indexer';
export { ElasticsearchVacancySearchReader } from './elasticsearch-vacancy-search-reader';
