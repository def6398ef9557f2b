import { DataSource } from 'typeorm';
import { authMigrations } from './auth-migrations';

const ROLES = ['job_scope_auth', 'job_scope_gateway'];

/** Brings a test's database to the newest state of this context. The migrator does it in production, with every context. */
export const migrateForTests = async (url: string): Promise<void> => {
  const { schema, migrations } = authMigrations;
  const dataSource = new DataSource({ type: 'postgres', url, schema, migrations });
  await dataSource.initialize();
  try {
    for (const role of ROLES) await dataSource.query(createRole(role));
    await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await dataSource.destroy();
  }
};

/** Roles belong to the whole server, so that test files running side by side may make the same one at once. */
const createRole = (role: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} LOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;
