import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done to search indexes as a whole, what they refused, and how far they are behind. */
export class CreateIndexOperations1764000054000 implements MigrationInterface {
  readonly name = 'CreateIndexOperations1764000054000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.index_operations (
        id           uuid PRIMARY KEY,
        kind         text NOT NULL CHECK (kind IN ('create', 'rebuild', 'check', 'delete')),
        engine       text NOT NULL,
        version      integer NOT NULL,
        repair       boolean NOT NULL,
        status       text NOT NULL CHECK (status IN ('requested', 'running', 'succeeded', 'failed')),
        progress     jsonb NOT NULL,
        failure      text,
        failed_steps integer NOT NULL,
        requested_by uuid,
        requested_at timestamptz NOT NULL,
        started_at   timestamptz,
        finished_at  timestamptz
      );
      COMMENT ON COLUMN vacancies.index_operations.progress IS 'what the next step has to know, whoever takes it';
      CREATE UNIQUE INDEX index_operations_open ON vacancies.index_operations ((true))
        WHERE status IN ('requested', 'running');
      CREATE INDEX index_operations_latest ON vacancies.index_operations (requested_at DESC, id DESC);

      CREATE TABLE vacancies.index_refusals (
        engine     text NOT NULL,
        vacancy_id uuid NOT NULL,
        revision   bigint NOT NULL,
        reason     text NOT NULL,
        at         timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (engine, vacancy_id)
      );
      CREATE INDEX index_refusals_latest ON vacancies.index_refusals (engine, at DESC, vacancy_id);

      CREATE TABLE vacancies.search_indexes (
        engine   text PRIMARY KEY,
        version  integer NOT NULL,
        built_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE vacancies.search_indexes IS
        'which version of us filled the index of an engine that cannot say it by itself';

      CREATE VIEW vacancies.index_lag AS
        SELECT count(*) AS pending, min(created_at) AS oldest_at
        FROM vacancies.outbox WHERE dead_at IS NULL AND event_name = 'vacancies.changed.v1';

      GRANT SELECT, INSERT ON vacancies.index_operations TO job_scope_gateway;
      GRANT SELECT, INSERT, UPDATE ON vacancies.index_operations TO job_scope_worker;
      GRANT SELECT ON vacancies.index_refusals, vacancies.search_indexes, vacancies.index_lag TO job_scope_gateway;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.index_refusals, vacancies.search_indexes TO job_scope_worker;
      GRANT SELECT ON vacancies.index_lag TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW vacancies.index_lag;
      DROP TABLE vacancies.search_indexes, vacancies.index_refusals, vacancies.index_operations;
    `);
  }
}
