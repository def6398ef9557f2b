import { runSql, startPostgres } from './postgres';

/** Starts PostgreSQL on the folder given, or a temporary one, tells its URL, and waits to be ended. */
async function main(dataDir: string | undefined): Promise<void> {
  const server = await startPostgres({ dataDir });
  await runSql(server.url(), 'CREATE TABLE begun AS SELECT 1 AS n');
  process.once('SIGTERM', () => process.exit(0));
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url() })}\n`);
  setInterval(() => {}, 60_000);
}

void main(process.argv[2]);
