import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import {
  bind,
  createDataSource,
  createRedis,
  postgresProbe,
  redisProbe,
  SystemClock,
  UuidV7Generator,
  type Binding,
  type Logger,
  type ReadinessProbe,
} from '@job-scope/platform-nest';
import { configuredMailTransport } from '@job-scope/platform-nest/mail';
import {
  BullMqCollectionJobQueue,
  postgresQueues,
  redisQueues,
  type QueueBackend,
} from '@job-scope/vacancies-infrastructure/bullmq';
import { createElasticsearchClient, elasticsearchProbe } from '@job-scope/vacancies-infrastructure/elasticsearch';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  OUTBOX_CHANNEL,
  PostgresAreaReader,
  PostgresCollectionRunReader,
  PostgresCurrencyRates,
  PostgresDeadLetterReader,
  PostgresDuplicateGroups,
  PostgresIndexOperationReader,
  PostgresIndexRefusals,
  PostgresListener,
  PostgresOpenWork,
  PostgresOutboxFeed,
  PostgresSourceRequestBudget,
  PostgresSourceTokenStore,
  PostgresStoredRevisions,
  PostgresVacancyReader,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { RedisSourceRequestBudget } from '@job-scope/vacancies-infrastructure/redis';
import { SearchEngines } from '@job-scope/vacancies-infrastructure/search-engines';
import {
  AREA_READER,
  COLLECTION_JOB_QUEUE,
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CURRENCY_RATES,
  DEAD_LETTER_READER,
  DUPLICATE_GROUPS,
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  OPEN_WORK,
  OUTBOX_FEED,
  STORED_REVISIONS,
  RUN_LIMITS,
  RUN_RETENTION,
  VACANCY_READER,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_SEARCH_INDEXER,
  VACANCY_SOURCES,
  VACANCY_UNIT_OF_WORK,
  type RequestBudgetLimits,
  type SourceRequestBudget,
  type VacancySources,
} from '@job-scope/vacancies-ports';
import { exportBindings } from './exports';
import { referenceDataBindings } from './reference-data';
import { savedSearchBindings } from './saved-searches';
import type { WorkerSettings } from './settings';
import { sourcesOf } from './sources';

const NAME = 'vacancy-worker';

/** Longer pauses than this are not waited out by a request; its job comes back when they are over. */
const MAX_BLOCK_WAIT_MS = 15_000;

export interface Composition {
  readonly bindings: readonly Binding[];
  readonly queues: QueueBackend;
  readonly sources: VacancySources;
  readonly probes: readonly ReadinessProbe[];
  close(): Promise<void>;
}

/** What stands behind each port in this configuration: PostgreSQL alone, or with Redis and Elasticsearch beside it. */
export const compose = async (settings: WorkerSettings, logger: Logger): Promise<Composition> => {
  const { databaseUrl, redisUrl, elasticsearchUrl } = settings;
  const mail = configuredMailTransport(settings);
  if (!mail) logger.info('without SMTP_URL or MAIL_FOLDER saved searches are not looked at');
  const clock = new SystemClock();
  const ids = new UuidV7Generator();

  const database = await createDataSource({ url: databaseUrl, applicationName: NAME, logger });
  const listener = new PostgresListener({ databaseUrl, channel: OUTBOX_CHANNEL, applicationName: NAME, logger });
  const redis = redisUrl === undefined ? undefined : createRedis(redisUrl, NAME, logger);
  const elasticsearch = elasticsearchUrl === undefined ? undefined : createElasticsearchClient(elasticsearchUrl);

  const budgetOf = (requestsPerSecond: number): SourceRequestBudget =>
    redis
      ? new RedisSourceRequestBudget(redis, limitsOf(requestsPerSecond))
      : new PostgresSourceRequestBudget(database, limitsOf(requestsPerSecond));
  const tokenStore = new PostgresSourceTokenStore(database);
  const sources = sourcesOf(settings, { budgetOf, tokenStore, clock, logger });
  const onRisk = (message: string) => logger.warn(message, { 'event.action': 'queue-at-risk' });
  const queues =
    redis && redisUrl
      ? await redisQueues(redis, { redisUrl, applicationName: NAME, onRisk })
      : postgresQueues(databaseUrl, NAME);
  const queue = new BullMqCollectionJobQueue(queues, (error) =>
    logger.warn('the job queue is in trouble', { 'event.action': 'queue-error', error }),
  );
  const engines = new SearchEngines(database, elasticsearch);
  const refusals = new PostgresIndexRefusals(database);

  return {
    bindings: [
      bind(CLOCK, clock),
      bind(ID_GENERATOR, ids),
      bind(CONTENT_HASHER, new Sha256ContentHasher()),
      bind(CURRENCY_RATES, new PostgresCurrencyRates(database)),
      bind(VACANCY_SOURCES, sources),
      bind(RUN_LIMITS, { maxRequests: settings.collectionMaxRequests }),
      bind(RUN_RETENTION, { days: settings.collectionHistoryDays }),
      bind(VACANCY_UNIT_OF_WORK, new PostgresVacancyUnitOfWork(database, ids)),
      bind(COLLECTION_RUN_READER, new PostgresCollectionRunReader(database)),
      bind(OPEN_WORK, new PostgresOpenWork(database)),
      bind(DEAD_LETTER_READER, new PostgresDeadLetterReader(database)),
      bind(VACANCY_READER, new PostgresVacancyReader(database)),
      bind(DUPLICATE_GROUPS, new PostgresDuplicateGroups(database)),
      bind(AREA_READER, new PostgresAreaReader(database)),
      ...referenceDataBindings(settings, database, budgetOf(settings.headhunterRequestsPerSecond), clock),
      bind(OUTBOX_FEED, new PostgresOutboxFeed(database, listener)),
      bind(COLLECTION_JOB_QUEUE, queue),
      bind(VACANCY_SEARCH_INDEXER, engines.indexer(refusals)),
      bind(VACANCY_SEARCH_ADMINISTRATIONS, engines.administrations()),
      bind(INDEX_REFUSALS, refusals),
      bind(INDEX_OPERATION_READER, new PostgresIndexOperationReader(database)),
      bind(STORED_REVISIONS, new PostgresStoredRevisions(database)),
      ...exportBindings(settings, database, engines.reader(settings, logger)),
      ...savedSearchBindings(settings, database, mail, logger),
    ],
    queues,
    sources,
    probes: [
      postgresProbe(database),
      ...(mail ? [mail.probe] : []),
      ...(redis ? [redisProbe(redis)] : []),
      ...(elasticsearch ? [elasticsearchProbe(elasticsearch)] : []),
    ],
    close: async () => {
      await queue.close();
      await mail?.close();
      await elasticsearch?.close();
      await redis?.quit();
      await listener.close();
      await database.destroy();
    },
  };
};

/** Each source has limits of its own. */
const limitsOf = (requestsPerSecond: number): RequestBudgetLimits => ({
  requestsPerSecond,
  burst: Math.max(1, Math.ceil(requestsPerSecond)),
  maxBlockWaitMs: MAX_BLOCK_WAIT_MS,
});
