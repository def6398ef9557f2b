import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events on their way out. A row leaves when it is delivered, so that the table is as long as the backlog; one that
 * failed too often stays with `dead_at` set, until a person decides.
 */
export class CreateOutbox1763900003000 implements MigrationInterface {
  readonly name = 'CreateOutbox1763900003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.outbox (
        id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_name    text NOT NULL,
        event_version smallint NOT NULL,
        aggregate_id  uuid NOT NULL,
        revision      bigint NOT NULL,
        payload       jsonb NOT NULL,
        traceparent   text,
        created_at    timestamptz NOT NULL DEFAULT now(),
        attempts      integer NOT NULL DEFAULT 0,
        available_at  timestamptz NOT NULL DEFAULT now(),
        last_error    text,
        dead_at       timestamptz
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
      CREATE INDEX outbox_available ON vacancies.outbox (available_at, id) WHERE dead_at IS NULL;
      CREATE INDEX outbox_aggregate ON vacancies.outbox (aggregate_id, revision) WHERE dead_at IS NULL;
      CREATE INDEX outbox_dead ON vacancies.outbox (id) WHERE dead_at IS NOT NULL;

      GRANT INSERT ON vacancies.outbox TO job_scope_gateway, job_scope_scheduler;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.outbox TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.outbox');
  }
}
