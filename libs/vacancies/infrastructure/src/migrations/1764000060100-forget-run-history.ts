import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What settled letters, windows and events of runs tell is forgotten some day, and so are keys of requests. The runs
 * stay: the next run of a query begins where the last one did.
 */
export class ForgetRunHistory1764000060100 implements MigrationInterface {
  readonly name = 'ForgetRunHistory1764000060100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_runs ADD COLUMN history_forgotten boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN vacancies.collection_runs.history_forgotten IS 'its windows and events are kept no more';
      CREATE INDEX collection_runs_history ON vacancies.collection_runs (finished_at)
        WHERE status = 'finished' AND NOT history_forgotten;
      CREATE INDEX dead_letters_settled ON vacancies.dead_letters (settled_at) WHERE state <> 'open';
      CREATE INDEX dead_letters_of_run ON vacancies.dead_letters (run_id);
      CREATE INDEX dead_letters_of_window ON vacancies.dead_letters (window_id) WHERE window_id IS NOT NULL;
      CREATE INDEX idempotency_keys_age ON vacancies.idempotency_keys (created_at);

      GRANT DELETE ON vacancies.dead_letters, vacancies.run_events, vacancies.collection_windows,
        vacancies.idempotency_keys TO job_scope_worker;
      GRANT SELECT (ctid, created_at) ON vacancies.idempotency_keys TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (ctid, created_at) ON vacancies.idempotency_keys FROM job_scope_worker;
      REVOKE DELETE ON vacancies.dead_letters, vacancies.run_events, vacancies.collection_windows,
        vacancies.idempotency_keys FROM job_scope_worker;
      DROP INDEX vacancies.idempotency_keys_age, vacancies.dead_letters_of_window, vacancies.dead_letters_of_run,
        vacancies.dead_letters_settled, vacancies.collection_runs_history;
      ALTER TABLE vacancies.collection_runs DROP COLUMN history_forgotten;
    `);
  }
}
