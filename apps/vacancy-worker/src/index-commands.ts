import { SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import {
  AdvanceIndexOperation,
  GetIndexOperation,
  ReadSearchIndex,
  RequestIndexOperation,
} from '@job-scope/vacancies-application';
import { createElasticsearchClient } from '@job-scope/vacancies-infrastructure/elasticsearch';
import {
  PostgresAreaReader,
  PostgresDuplicateGroups,
  PostgresIndexOperationReader,
  PostgresIndexRefusals,
  PostgresStoredRevisions,
  PostgresVacancyReader,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { SearchEngines } from '@job-scope/vacancies-infrastructure/search-engines';
import { IndexCommandLine } from '@job-scope/vacancies-presentation/cli';
import type { WorkerSettings } from './settings';

/** Operators' commands for search indexes, on the engines that the service has too. */
export const runIndexCommand = async (
  settings: WorkerSettings,
  database: ConstructorParameters<typeof PostgresVacancyReader>[0],
  args: readonly string[],
  signal: AbortSignal,
): Promise<number> => {
  const { elasticsearchUrl } = settings;
  const elasticsearch = elasticsearchUrl === undefined ? undefined : createElasticsearchClient(elasticsearchUrl);
  const engines = new SearchEngines(database, elasticsearch);
  const administrations = engines.administrations();
  const refusals = new PostgresIndexRefusals(database);
  const clock = new SystemClock();
  const ids = new UuidV7Generator();
  const unitOfWork = new PostgresVacancyUnitOfWork(database, ids);
  const stored = new PostgresStoredRevisions(database);
  const operations = new PostgresIndexOperationReader(database);
  const vacancies = new PostgresVacancyReader(database);
  const [duplicates, areas] = [new PostgresDuplicateGroups(database), new PostgresAreaReader(database)];
  const index = [stored, engines.indexer(refusals), refusals, vacancies, duplicates, areas] as const;
  try {
    const useCases = {
      request: new RequestIndexOperation(unitOfWork, administrations, clock, ids),
      advance: new AdvanceIndexOperation(unitOfWork, administrations, clock, ...index),
      operation: new GetIndexOperation(operations),
      status: new ReadSearchIndex(administrations, stored, refusals, operations),
    };
    return await new IndexCommandLine(useCases, process.stdout, process.stderr).run(args, signal);
  } finally {
    await elasticsearch?.close();
  }
};
