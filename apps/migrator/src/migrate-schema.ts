import { DataSource, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { explain } from './explain';

export interface SchemaMigrations {
  readonly schema: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Runs what has not run yet, each migration in a transaction of its own, and says the name of each that is done. */
export const migrateSchema = async (
  url: string,
  { schema, migrations }: SchemaMigrations,
  done: (name: string) => void,
): Promise<void> => {
  const options = { type: 'postgres', url, schema, applicationName: 'migrator', poolSize: 1 } as const;
  const dataSource = await new DataSource({ ...options, migrations: [...migrations] }).initialize();
  try {
    await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    const runner = dataSource.createQueryRunner();
    const executor = new MigrationExecutor(dataSource, runner);
    for (const migration of await executor.getPendingMigrations()) {
      await runner.manager
        .transaction(() => executor.executeMigration(migration))
        .catch((error: unknown) => {
          const reason = `${migration.name} of ${schema} failed and was rolled back: ${explain(error)}`;
          throw new Error(reason, { cause: error });
        });
      done(migration.name);
    }
  } finally {
    await dataSource.destroy();
  }
};
