import type { Client } from '@elastic/elasticsearch';
import type { Logger } from '@job-scope/platform-nest';
import type {
  IndexRefusals,
  VacancySearchAdministrations,
  VacancySearchIndexer,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import {
  ElasticsearchVacancySearchAdministration,
  ElasticsearchVacancySearchIndexer,
  ElasticsearchVacancySearchReader,
} from '../elasticsearch';
import {
  PostgresVacancySearchAdministration,
  PostgresVacancySearchIndexer,
  PostgresVacancySearchReader,
} from '../postgres-search';
import { FallbackVacancySearchReader } from './fallback-vacancy-search-reader';
import { VacancySearchIndexers, type SearchTarget } from './vacancy-search-indexers';

/**
 * PostgreSQL alone, or Elasticsearch with PostgreSQL beside it, whose index is kept for statistics, and for when
 * Elasticsearch is away.
 */
export class SearchEngines {
  constructor(
    private readonly database: DataSource,
    private readonly elasticsearch: Client | undefined,
  ) {}

  reader({ searchFallback }: { readonly searchFallback: 'on' | 'off' }, logger: Logger): VacancySearchReader {
    const postgres = new PostgresVacancySearchReader(this.database);
    if (!this.elasticsearch) return postgres;
    const main = new ElasticsearchVacancySearchReader(this.elasticsearch, logger);
    return new FallbackVacancySearchReader(main, searchFallback === 'on' ? postgres : undefined);
  }

  /** The one that searches read first. */
  administrations(): VacancySearchAdministrations {
    return [
      ...(this.elasticsearch ? [new ElasticsearchVacancySearchAdministration(this.elasticsearch)] : []),
      new PostgresVacancySearchAdministration(this.database),
    ];
  }

  /** Keeps all these indexes. */
  indexer(refusals: IndexRefusals): VacancySearchIndexer {
    const targets: SearchTarget[] = [{ engine: 'postgres', indexer: new PostgresVacancySearchIndexer(this.database) }];
    if (this.elasticsearch) {
      targets.unshift({ engine: 'elasticsearch', indexer: new ElasticsearchVacancySearchIndexer(this.elasticsearch) });
    }
    return new VacancySearchIndexers(targets, refusals);
  }
}
