import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services of the version before know nothing of modes and tasks, and run beside newer ones for a while: theirs take all. */
export class LetOlderServicesRequestRuns1764000050002 implements MigrationInterface {
  readonly name = 'LetOlderServicesRequestRuns1764000050002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_runs ALTER COLUMN mode SET DEFAULT 'full';
      ALTER TABLE vacancies.schedules ALTER COLUMN mode SET DEFAULT 'full';
      ALTER TABLE vacancies.collection_windows ALTER COLUMN task SET DEFAULT 'list';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_runs ALTER COLUMN mode DROP DEFAULT;
      ALTER TABLE vacancies.schedules ALTER COLUMN mode DROP DEFAULT;
      ALTER TABLE vacancies.collection_windows ALTER COLUMN task DROP DEFAULT;
    `);
  }
}
