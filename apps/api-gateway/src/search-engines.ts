import type { Logger } from '@job-scope/platform-nest';
import {
  ElasticsearchVacancySearchAdministration,
  ElasticsearchVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/elasticsearch';
import {
  PostgresVacancySearchAdministration,
  PostgresVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/postgres-search';
import {
  FallbackVacancySearchReader,
  MeasuredVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/search-engines';
import type { VacancySearchAdministrations, VacancySearchReader } from '@job-scope/vacancies-ports';
import type { GatewaySettings } from './settings';

type Database = ConstructorParameters<typeof PostgresVacancySearchReader>[0];
type Elasticsearch = ConstructorParameters<typeof ElasticsearchVacancySearchReader>[0];

export interface SearchEngines {
  readonly search: VacancySearchReader;
  /** The one that searches read first. */
  readonly administrations: VacancySearchAdministrations;
}

/** PostgreSQL alone, or Elasticsearch with PostgreSQL for when it is away. */
export const searchEnginesOf = (
  { searchFallback }: Pick<GatewaySettings, 'searchFallback'>,
  database: Database,
  elasticsearch: Elasticsearch | undefined,
  logger: Logger,
): SearchEngines => {
  const postgres = new PostgresVacancySearchReader(database);
  const ofPostgres = new PostgresVacancySearchAdministration(database);
  if (!elasticsearch) {
    return { search: new MeasuredVacancySearchReader('postgres', postgres), administrations: [ofPostgres] };
  }
  const main = new ElasticsearchVacancySearchReader(elasticsearch, logger);
  const reader = new FallbackVacancySearchReader(main, searchFallback === 'on' ? postgres : undefined);
  return {
    search: new MeasuredVacancySearchReader('elasticsearch', reader),
    administrations: [new ElasticsearchVacancySearchAdministration(elasticsearch), ofPostgres],
  };
};
