import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs are requested at the command line, too. */
export class LetOperatorsRequestRuns1764000052100 implements MigrationInterface {
  readonly name = 'LetOperatorsRequestRuns1764000052100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_runs
        DROP CONSTRAINT collection_runs_requester_kind_check,
        ADD CONSTRAINT collection_runs_requester_kind_check CHECK (requester_kind IN ('user', 'schedule', 'operator'));
    `);
  }

  /** Those of operators become those of users: the version before knows no other people. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE vacancies.collection_runs SET requester_kind = 'user' WHERE requester_kind = 'operator';
      ALTER TABLE vacancies.collection_runs
        DROP CONSTRAINT collection_runs_requester_kind_check,
        ADD CONSTRAINT collection_runs_requester_kind_check CHECK (requester_kind IN ('user', 'schedule'));
    `);
  }
}
