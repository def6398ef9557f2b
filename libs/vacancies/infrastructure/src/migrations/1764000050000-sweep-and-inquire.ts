import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs that take all, or what is new; their limit of requests; the vacancies that are to be asked for alone; and what
 * each query has shown, to know what it shows no longer.
 */
export class SweepAndInquire1764000050000 implements MigrationInterface {
  readonly name = 'SweepAndInquire1764000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_runs
        ADD COLUMN mode text NOT NULL DEFAULT 'full' CHECK (mode IN ('full', 'incremental')),
        ADD COLUMN max_requests bigint CHECK (max_requests > 0),
        ADD COLUMN requests_taken bigint NOT NULL DEFAULT 0,
        ${ADDED.map((name) => `ADD COLUMN ${name} bigint NOT NULL DEFAULT 0`).join(', ')};
      COMMENT ON COLUMN vacancies.collection_runs.max_requests IS 'null until a worker has planned it, for the default';
      COMMENT ON COLUMN vacancies.collection_runs.requests_taken IS 'sent, or about to be; never more than max_requests '
        'but for requests that had to be repeated';
      ALTER TABLE vacancies.collection_runs ALTER COLUMN mode DROP DEFAULT;

      ALTER TABLE vacancies.collection_windows
        ADD COLUMN task text NOT NULL DEFAULT 'list' CHECK (task IN ('list', 'inquiry')),
        ${ADDED.map((name) => `ADD COLUMN ${name} bigint NOT NULL DEFAULT 0`).join(', ')},
        DROP CONSTRAINT collection_windows_state_check,
        ADD CONSTRAINT collection_windows_state_check CHECK
          (state IN ('planned', 'collecting', 'done', 'split', 'blocked', 'failed', 'capped', 'cancelled'));
      ALTER TABLE vacancies.collection_windows ALTER COLUMN task DROP DEFAULT;

      ALTER TABLE vacancies.schedules
        ADD COLUMN mode text NOT NULL DEFAULT 'full' CHECK (mode IN ('full', 'incremental')),
        ADD COLUMN max_requests bigint CHECK (max_requests > 0);
      ALTER TABLE vacancies.schedules ALTER COLUMN mode DROP DEFAULT;

      -- A query may be too long for an index; texts of equal queries are equal, and so are their digests.
      CREATE INDEX collection_runs_read ON vacancies.collection_runs (source, md5(query::text), started_at DESC)
        WHERE outcome IN ('complete', 'empty', 'parse-errors');

      CREATE TABLE vacancies.inquiries (
        vacancy_id uuid PRIMARY KEY REFERENCES vacancies.vacancies ON DELETE CASCADE,
        run_id     uuid NOT NULL REFERENCES vacancies.collection_runs
      );
      CREATE INDEX inquiries_of_run ON vacancies.inquiries (run_id, vacancy_id);
      COMMENT ON TABLE vacancies.inquiries IS 'vacancies to be asked for alone, and the run that is to do it';

      CREATE TABLE vacancies.query_matches (
        query_key  text COLLATE "C" NOT NULL,
        vacancy_id uuid NOT NULL REFERENCES vacancies.vacancies ON DELETE CASCADE,
        PRIMARY KEY (query_key, vacancy_id)
      );
      COMMENT ON TABLE vacancies.query_matches IS 'what a query has shown; of the query that all matches nothing is noted';

      CREATE INDEX vacancies_active ON vacancies.vacancies (source, id) WHERE state = 'active';

      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.inquiries TO job_scope_worker;
      GRANT SELECT, INSERT, DELETE ON vacancies.query_matches TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX vacancies.vacancies_active;
      DROP TABLE vacancies.query_matches, vacancies.inquiries;
      DROP INDEX vacancies.collection_runs_read;
      ALTER TABLE vacancies.schedules DROP COLUMN mode, DROP COLUMN max_requests;

      UPDATE vacancies.collection_windows SET state = 'failed' WHERE state = 'capped';
      DELETE FROM vacancies.collection_windows WHERE task = 'inquiry';
      ALTER TABLE vacancies.collection_windows
        DROP COLUMN task, ${ADDED.map((name) => `DROP COLUMN ${name}`).join(', ')},
        DROP CONSTRAINT collection_windows_state_check,
        ADD CONSTRAINT collection_windows_state_check CHECK
          (state IN ('planned', 'collecting', 'done', 'split', 'blocked', 'failed', 'cancelled'));
      ALTER TABLE vacancies.collection_runs
        DROP COLUMN mode, DROP COLUMN max_requests, DROP COLUMN requests_taken,
        ${ADDED.map((name) => `DROP COLUMN ${name}`).join(', ')};
    `);
  }
}

/** What is counted besides. */
const ADDED = ['asked', 'archived', 'gone'];
