import type { Logger } from '@job-scope/platform-nest';
import {
  ElasticsearchVacancySearchAdministration,
  ElasticsearchVacancySearchIndexer,
  ElasticsearchVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/elasticsearch';
import { PostgresIndexRefusals } from '@job-scope/vacancies-infrastructure/postgres';
import {
  PostgresVacancySearchAdministration,
  PostgresVacancySearchIndexer,
  PostgresVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/postgres-search';
import {
  FallbackVacancySearchReader,
  VacancySearchIndexers,
  type SearchTarget,
} from '@job-scope/vacancies-infrastructure/search-engines';
import type {
  IndexRefusals,
  VacancySearchAdministration,
  VacancySearchAdministrations,
  VacancySearchIndexer,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import type { WorkerSettings } from './settings';

type Database = ConstructorParameters<typeof PostgresVacancySearchIndexer>[0];
type Elasticsearch = ConstructorParameters<typeof ElasticsearchVacancySearchIndexer>[0];

export interface SearchEngines {
  readonly indexer: VacancySearchIndexer;
  readonly administrations: VacancySearchAdministrations;
  readonly refusals: IndexRefusals;
}

/**
 * Every engine whose index is to be kept, the one that searches read first. PostgreSQL's is kept beside Elasticsearch for
 * statistics, and for when that is away.
 */
export const searchEnginesOf = (database: Database, elasticsearch: Elasticsearch | undefined): SearchEngines => {
  const engines: (SearchTarget & { readonly administration: VacancySearchAdministration })[] = [];
  if (elasticsearch) {
    const indexer = new ElasticsearchVacancySearchIndexer(elasticsearch);
    const administration = new ElasticsearchVacancySearchAdministration(elasticsearch);
    engines.push({ engine: 'elasticsearch', indexer, administration });
  }
  const indexer = new PostgresVacancySearchIndexer(database);
  engines.push({ engine: 'postgres', indexer, administration: new PostgresVacancySearchAdministration(database) });
  const refusals = new PostgresIndexRefusals(database);
  const administrations = engines.map(({ administration }) => administration);
  return { indexer: new VacancySearchIndexers(engines, refusals), administrations, refusals };
};

/** What gateways search with, for the files of exports. */
export const searchReaderOf = (
  { searchFallback }: Pick<WorkerSettings, 'searchFallback'>,
  database: Database,
  elasticsearch: Elasticsearch | undefined,
  logger: Logger,
): VacancySearchReader => {
  const postgres = new PostgresVacancySearchReader(database);
  if (!elasticsearch) return postgres;
  const main = new ElasticsearchVacancySearchReader(elasticsearch, logger);
  return new FallbackVacancySearchReader(main, searchFallback === 'on' ? postgres : undefined);
};
