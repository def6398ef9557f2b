export { createElasticsearchClient, elasticsearchProbe } from './client';
export { ElasticsearchVacancySearchIndexer } from './elasticsearch-vacancy-search-indexer';
export { ElasticsearchVacancySearchReader } from './elasticsearch-vacancy-search-reader';
