import {
  AccessTokenVerifier,
  AuditTrailClient,
  AUTH_AUDIT_TRAIL,
  JwksClient,
  SessionAuthenticator,
  type IdentityOptions,
} from '@job-scope/auth-client';
import { PostgresSessionStatusReader, RedisSessionStatusReader } from '@job-scope/auth-infrastructure/session-status';
import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import {
  AUTHENTICATOR,
  bind,
  createDataSource,
  createRedis,
  parseRateLimit,
  postgresProbe,
  PostgresSharedUsage,
  ReconciledRateLimit,
  redisProbe,
  RedisSharedUsage,
  SystemClock,
  UuidV7Generator,
  type Binding,
  type Logger,
  type ReadinessProbe,
} from '@job-scope/platform-nest';
import { postgresQueues, redisBackend } from '@job-scope/vacancies-infrastructure/bullmq';
import { CronerCronCalculator } from '@job-scope/vacancies-infrastructure/cron';
import { createElasticsearchClient, elasticsearchProbe } from '@job-scope/vacancies-infrastructure/elasticsearch';
import { SanitizingHtmlCleaner } from '@job-scope/vacancies-infrastructure/html';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  PostgresAreaReader,
  PostgresAuditReader,
  PostgresCollectionRunReader,
  PostgresDeadLetterReader,
  PostgresCurrencyRates,
  PostgresHiddenVacancyReader,
  PostgresIndexOperationReader,
  PostgresIndexRefusals,
  PostgresSavedSearchStore,
  PostgresScheduleReader,
  PostgresSourceBlocks,
  PostgresStoredRevisions,
  PostgresVacancyHistoryReader,
  PostgresVacancyReader,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { PostgresVacancyStatistics } from '@job-scope/vacancies-infrastructure/postgres-search';
import { QueueBoard } from '@job-scope/vacancies-infrastructure/queue-board';
import { MeasuredVacancySearchReader, SearchEngines } from '@job-scope/vacancies-infrastructure/search-engines';
import {
  AREA_READER,
  AUDIT_READER,
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CRON_CALCULATOR,
  DEAD_LETTER_READER,
  CURRENCY_RATES,
  HIDDEN_VACANCY_READER,
  HTML_CLEANER,
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  SAVED_SEARCH_STORE,
  SCHEDULE_READER,
  SOURCE_BLOCKS,
  STORED_REVISIONS,
  VACANCY_HISTORY_READER,
  VACANCY_READER,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_SEARCH_READER,
  VACANCY_STATISTICS,
  VACANCY_UNIT_OF_WORK,
} from '@job-scope/vacancies-ports';
import { RedisSourceBlocks } from '@job-scope/vacancies-infrastructure/redis';
import { exportBindings } from './exports';
import type { GatewaySettings } from './settings';

const NAME = 'api-gateway';

export interface Composition {
  readonly bindings: readonly Binding[];
  readonly identity: IdentityOptions;
  readonly queueBoard: QueueBoard;
  readonly requestLimit: ReconciledRateLimit;
  readonly addressLimit: ReconciledRateLimit;
  readonly probes: readonly ReadinessProbe[];
  close(): Promise<void>;
}

/** What stands behind each port in this configuration: PostgreSQL alone, or with Redis and Elasticsearch beside it. */
export const compose = async (settings: GatewaySettings, logger: Logger): Promise<Composition> => {
  const { databaseUrl, redisUrl, elasticsearchUrl, authServiceUrl, jwksFile, jwksCacheFile } = settings;
  const { jwtIssuer: issuer, jwtAudience: audience, jwtTransport: transport } = settings;
  const secureCookies = settings.nodeEnv !== 'development';
  const clock = new SystemClock();
  const ids = new UuidV7Generator();

  const database = await createDataSource({ url: databaseUrl, applicationName: NAME, logger });
  const redis = redisUrl === undefined ? undefined : createRedis(redisUrl, NAME, logger);
  const elasticsearch = elasticsearchUrl === undefined ? undefined : createElasticsearchClient(elasticsearchUrl);
  const keys = await JwksClient.open({ authServiceUrl, file: jwksFile, cacheFile: jwksCacheFile, clock, logger });

  const verifier = new AccessTokenVerifier(keys, clock, { issuer, audience });
  const sessions = redis ? new RedisSessionStatusReader(redis) : new PostgresSessionStatusReader(database);
  const authTrail = new AuditTrailClient({ authServiceUrl, secureCookies });
  const engines = new SearchEngines(database, elasticsearch);
  const search = new MeasuredVacancySearchReader(
    elasticsearch ? 'elasticsearch' : 'postgres',
    engines.reader(settings, logger),
  );
  const queues = redisUrl === undefined ? postgresQueues(databaseUrl, NAME) : redisBackend(redisUrl, NAME);
  const queueBoard = QueueBoard.on(queues, (error) =>
    logger.warn('the job queues cannot be looked at', { 'event.action': 'queue-error', error }),
  );
  const usage = redis ? new RedisSharedUsage(redis) : new PostgresSharedUsage(database);
  const limit = (name: string, text: string) =>
    new ReconciledRateLimit({ name, policy: parseRateLimit(text), usage, logger });
  const requestLimit = limit('global', settings.rateLimitGlobal);
  const addressLimit = limit('address', settings.rateLimitAddress);
  for (const each of [requestLimit, addressLimit]) each.start();

  return {
    bindings: [
      bind(CLOCK, clock),
      bind(ID_GENERATOR, ids),
      bind(CONTENT_HASHER, new Sha256ContentHasher()),
      bind(CRON_CALCULATOR, new CronerCronCalculator()),
      bind(HTML_CLEANER, new SanitizingHtmlCleaner()),
      bind(CURRENCY_RATES, new PostgresCurrencyRates(database)),
      bind(AUTHENTICATOR, new SessionAuthenticator(verifier, sessions, { transport, secureCookies }, logger)),
      bind(VACANCY_UNIT_OF_WORK, new PostgresVacancyUnitOfWork(database, ids)),
      bind(VACANCY_READER, new PostgresVacancyReader(database)),
      bind(HIDDEN_VACANCY_READER, new PostgresHiddenVacancyReader(database)),
      bind(VACANCY_HISTORY_READER, new PostgresVacancyHistoryReader(database)),
      bind(COLLECTION_RUN_READER, new PostgresCollectionRunReader(database)),
      bind(DEAD_LETTER_READER, new PostgresDeadLetterReader(database)),
      bind(SAVED_SEARCH_STORE, new PostgresSavedSearchStore(database)),
      bind(SOURCE_BLOCKS, redis ? new RedisSourceBlocks(redis) : new PostgresSourceBlocks(database)),
      bind(SCHEDULE_READER, new PostgresScheduleReader(database)),
      bind(VACANCY_SEARCH_READER, search),
      bind(VACANCY_STATISTICS, new PostgresVacancyStatistics(database)),
      bind(VACANCY_SEARCH_ADMINISTRATIONS, engines.administrations()),
      bind(INDEX_OPERATION_READER, new PostgresIndexOperationReader(database)),
      bind(INDEX_REFUSALS, new PostgresIndexRefusals(database)),
      bind(STORED_REVISIONS, new PostgresStoredRevisions(database)),
      bind(AREA_READER, new PostgresAreaReader(database)),
      bind(AUDIT_READER, new PostgresAuditReader(database)),
      bind(AUTH_AUDIT_TRAIL, authTrail),
      ...exportBindings(settings, database),
    ],
    queueBoard,
    identity: { authServiceUrl, transport, secureCookies, clock, logger },
    requestLimit,
    addressLimit,
    probes: [
      postgresProbe(database),
      ...(redis ? [redisProbe(redis)] : []),
      ...(elasticsearch ? [elasticsearchProbe(elasticsearch)] : []),
      { name: 'verification-keys', required: false, check: () => keys.check() },
    ],
    close: async () => {
      await requestLimit.close();
      await addressLimit.close();
      await queueBoard.close();
      await keys.close();
      await authTrail.close();
      await elasticsearch?.close();
      await redis?.quit();
      await database.destroy();
    },
  };
};
