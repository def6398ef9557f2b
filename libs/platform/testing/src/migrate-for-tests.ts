import { DataSource, type MigrationInterface } from 'typeorm';

/** The schema of a context and its migrations, in order: what its entry point `migrations` exports. */
interface ContextMigrations {
  readonly schema: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
}

const ROLES = ['job_scope_gateway', 'job_scope_auth', 'job_scope_worker', 'job_scope_scheduler'];

/** Brings a test's database to the newest state of one context. In production the migrator does it, with every context. */
export async function migrateForTests(url: string, { schema, migrations }: ContextMigrations): Promise<void> {
  const dataSource = new DataSource({ type: 'postgres', url, schema, migrations: [...migrations] });
  await dataSource.initialize();
  try {
    for (const role of ROLES) await dataSource.query(createRole(role));
    await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await dataSource.destroy();
  }
}

/** Roles belong to the whole server, so that test files running side by side may make the same one at once. */
const createRole = (role: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} LOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;
