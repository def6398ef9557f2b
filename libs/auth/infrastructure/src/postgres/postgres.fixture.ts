import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import type { DataSource } from 'typeorm';
import { authMigrations } from '../migrations';
import { authEntities } from './index';

interface MigratedDatabase {
  readonly owner: DataSource;
  readonly auth: DataSource;
  readonly gateway: DataSource;
  readonly worker: DataSource;
}

/** A migrated database, connected to as each role: grants that are missing or too wide show. */
export const migratedDatabase = (): MigratedDatabase => {
  const database = testPostgres();
  const sources: Record<string, DataSource> = {};
  const connect = (role?: string): Promise<DataSource> => {
    const url = new URL(database.url);
    if (role) url.searchParams.set('options', `-c role=${role}`);
    return createDataSource({ url: url.href, applicationName: 'auth-specs', entities: authEntities });
  };

  beforeAll(async () => {
    await migrateForTests(database.url, authMigrations);
    Object.assign(sources, {
      owner: await connect(),
      auth: await connect('job_scope_auth'),
      gateway: await connect('job_scope_gateway'),
      worker: await connect('job_scope_worker'),
    });
  }, 60_000);
  afterAll(() => Promise.all(Object.values(sources).map((source) => source.destroy())));

  const named = (name: string): DataSource => {
    const source = sources[name];
    if (!source) throw new Error(`${name} is connected from beforeAll on`);
    return source;
  };
  return {
    get owner() {
      return named('owner');
    },
    get auth() {
      return named('auth');
    },
    get gateway() {
      return named('gateway');
    },
    get worker() {
      return named('worker');
    },
  };
};
