import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Logger } from '../logging/logger';
import type { ReadinessProbe } from '../runtime/readiness';

export interface DataSourceSettings {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly entities?: DataSourceOptions['entities'];
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /** How long to wait for an answer; a little longer than a statement may take by default. */
  readonly answerTimeoutMs?: number;
  /** Told of connections lost while idle; the pool replaces them. */
  readonly logger?: Logger;
}

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** A server that hangs ends no statement: then we stop waiting, a little later than it should have ended it. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5_000;

/** Connects to PostgreSQL. A connection lost later fails the statement on it, never the process. */
export function createDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const { url, applicationName, entities, poolSize = 10, answerTimeoutMs = ANSWER_TIMEOUT_MS, logger } = settings;
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities,
    poolSize,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    poolErrorHandler: (error: Error) =>
      logger?.warn('lost a database connection', { 'event.action': 'database-connection-lost', error }),
    extra: {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: answerTimeoutMs,
    },
    synchronize: false,
    logging: false,
  }).initialize();
}

export const postgresProbe = (dataSource: DataSource): ReadinessProbe => ({
  name: 'postgres',
  required: true,
  check: async () => void (await dataSource.query('SELECT 1')),
});
