import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The gateway ends runs and their windows, and says so in their history. */
export class LetRunsBeCancelled1764000020000 implements MigrationInterface {
  readonly name = 'LetRunsBeCancelled1764000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT UPDATE (status, outcome, reason, finished_at, last_event_seq) ON vacancies.collection_runs TO job_scope_gateway;
      GRANT UPDATE (state) ON vacancies.collection_windows TO job_scope_gateway;
      GRANT INSERT ON vacancies.run_events TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (status, outcome, reason, finished_at, last_event_seq)
        ON vacancies.collection_runs FROM job_scope_gateway;
      REVOKE UPDATE (state) ON vacancies.collection_windows FROM job_scope_gateway;
      REVOKE INSERT ON vacancies.run_events FROM job_scope_gateway;
    `);
  }
}
