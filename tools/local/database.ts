import { runSql, startPostgres, type PostgresServer } from '@job-scope/platform-testing';
import { escapeLiteral } from 'pg';
import type { Secrets } from './secrets';

const DATABASE = 'job_scope';
const OWNER = 'job_scope_owner';

export interface Database {
  readonly port: number;
  /** Of the role that owns the database and runs the migrations. */
  readonly ownerUrl: string;
  url(role: string, password: string): string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL, or takes over the one that a killed launcher left, and makes the database and its owner. */
export async function startDatabase(dataDir: string, secrets: Secrets): Promise<Database> {
  const server = await startPostgres({ dataDir });
  try {
    const password = secrets.ensure('database-owner-password');
    await ensureOwner(server, password);
    const url = (role: string, secret: string) => `postgres://${role}:${secret}@127.0.0.1:${server.port}/${DATABASE}`;
    return { port: server.port, ownerUrl: url(OWNER, password), url, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ensureOwner(server: PostgresServer, password: string): Promise<void> {
  const admin = server.url();
  const existing = await runSql(admin, 'SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
  if (existing.length === 0) await runSql(admin, `CREATE ROLE ${OWNER}`);
  await runSql(admin, `ALTER ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${escapeLiteral(password)}`);
  await server.createDatabase(DATABASE);
  await runSql(admin, `ALTER DATABASE ${DATABASE} OWNER TO ${OWNER}`);
}
