import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources that nobody works for until they are resumed, and the blocks of their budgets, which who resumes them lifts. */
export class PauseSources1764000060000 implements MigrationInterface {
  readonly name = 'PauseSources1764000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.paused_sources (
        source    text PRIMARY KEY,
        paused_at timestamptz NOT NULL
      );
      CREATE INDEX collection_runs_open ON vacancies.collection_runs (source, id) WHERE status <> 'finished';

      GRANT SELECT ON vacancies.paused_sources TO job_scope_worker;
      GRANT SELECT, INSERT, DELETE ON vacancies.paused_sources TO job_scope_gateway;
      GRANT SELECT, UPDATE (blocked_until, blocked_reason) ON vacancies.source_budgets TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT, UPDATE (blocked_until, blocked_reason) ON vacancies.source_budgets FROM job_scope_gateway;
      DROP INDEX vacancies.collection_runs_open;
      DROP TABLE vacancies.paused_sources;
    `);
  }
}
