import { authMigrations } from '@job-scope/auth-infrastructure/migrations';
import { platformMigrations } from '@job-scope/platform-nest/migrations';
import { migrateQueue } from '@job-scope/vacancies-infrastructure/bullmq';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { Client } from 'pg';
import { migrateSchema, type SchemaMigrations } from './migrate-schema';
import { ensureRoles } from './roles';
import type { MigratorSettings } from './settings';

const CONTEXTS: readonly SchemaMigrations[] = [platformMigrations, authMigrations, vacanciesMigrations];

/** Any number will do, as long as every migrator of this database takes the same. */
const LOCK = 5_620_726;
const CONNECT_TIMEOUT_MS = 10_000;

/** Brings roles and schemas to the newest state, and says line by line what it did. Two at once run one after the other. */
export const migrate = async (settings: MigratorSettings, say: (line: string) => void): Promise<void> => {
  const client = new Client({
    connectionString: settings.databaseUrl,
    application_name: 'migrator',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    await lock(client, say);
    say(`roles: ${(await ensureRoles(client, settings)).join(', ')}`);
    for (const context of CONTEXTS) await migrateContext(settings.databaseUrl, context, say);
    await migrateQueue(settings.databaseUrl, { workers: ['job_scope_worker'], readers: ['job_scope_gateway'] });
    say('queue: up to date');
  } finally {
    await client.end();
  }
};

/** Held until the connection ends, however it ends. */
const lock = async (client: Client, say: (line: string) => void): Promise<void> => {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
  if (rows[0]?.locked) return;
  say('another migrator is at work: waiting for it');
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
};

const migrateContext = async (url: string, context: SchemaMigrations, say: (line: string) => void): Promise<void> => {
  let count = 0;
  await migrateSchema(url, context, (name) => {
    count += 1;
    say(`${context.schema}: ${name}`);
  });
  say(`${context.schema}: up to date${count === 0 ? '' : `, ${count} new`}`);
};
