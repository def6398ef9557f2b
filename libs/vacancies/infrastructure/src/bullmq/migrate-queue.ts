import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { QUEUE_SCHEMA } from './queue-backend';

/** Who may use the queues, and who may only look at them. */
export interface QueueRoles {
  readonly workers: readonly string[];
  readonly readers: readonly string[];
}

/**
 * Makes or renews the schema of BullMQ, and lets roles use what is in it. BullMQ numbers its own migrations, so this must
 * run at every deployment. Safe to repeat, and to run from several processes at once.
 */
export const migrateQueue = async (databaseUrl: string, { workers, readers }: QueueRoles): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    for (const role of workers.map((name) => client.escapeIdentifier(name))) {
      await client.query(`
        GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      `);
    }
    for (const role of readers.map((name) => client.escapeIdentifier(name))) {
      await client.query(`
        GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
        GRANT SELECT ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      `);
    }
  } finally {
    await client.end();
  }
};
