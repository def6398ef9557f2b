import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What workers do once in a while, each time one of them; among it noting what currencies are worth. */
export class LetWorkersRefresh1764000051200 implements MigrationInterface {
  readonly name = 'LetWorkersRefresh1764000051200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.refreshes (
        task       text PRIMARY KEY,
        claimed_at timestamptz NOT NULL,
        done_at    timestamptz
      );
      COMMENT ON COLUMN vacancies.refreshes.done_at IS 'when it was done last; null if it never was';
      GRANT SELECT, INSERT, UPDATE ON vacancies.refreshes TO job_scope_worker;
      GRANT INSERT ON vacancies.currency_rates TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT ON vacancies.currency_rates FROM job_scope_worker;
      DROP TABLE vacancies.refreshes;
    `);
  }
}
