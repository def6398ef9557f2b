import { SystemClock, UuidV7Generator, type createDataSource } from '@job-scope/platform-nest';
import { RequestCollection } from '@job-scope/vacancies-application';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import { PostgresCollectionRunReader, PostgresVacancyUnitOfWork } from '@job-scope/vacancies-infrastructure/postgres';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedName } from './simulated-source.fixture';

type Database = Awaited<ReturnType<typeof createDataSource>>;
export type StoredRun = NonNullable<Awaited<ReturnType<PostgresCollectionRunReader['byId']>>>;

const POLL_EVERY_MS = 25;

/**
 * Asks as a superuser does, and leaves the rest to whatever workers there are. Resolves when the run is over and all
 * that it stored has been handed to the index.
 */
export const collectFrom = async (
  database: Database,
  source: SimulatedName,
  query: object = {},
  maxRequests?: number,
): Promise<StoredRun> => {
  const [ids, clock, reader] = [new UuidV7Generator(), new SystemClock(), new PostgresCollectionRunReader(database)];
  const unitOfWork = new PostgresVacancyUnitOfWork(database, ids);
  const request = new RequestCollection(unitOfWork, reader, new Sha256ContentHasher(), clock, ids);
  const requester = { userId: randomUUID(), client: { ip: '127.0.0.1', userAgent: null } };
  const asked = await request.execute({ requester, idempotencyKey: randomUUID(), source, query, maxRequests });
  if (!asked.ok) throw new Error(asked.error.code);
  for (;;) {
    const run = await reader.byId(asked.value.id);
    if (run?.status === 'finished' && (await isIndexed(database))) return run;
    await delay(POLL_EVERY_MS);
  }
};

const isIndexed = async (database: Database): Promise<boolean> =>
  (await database.query('SELECT 1 FROM vacancies.outbox WHERE dead_at IS NULL LIMIT 1')).length === 0;
