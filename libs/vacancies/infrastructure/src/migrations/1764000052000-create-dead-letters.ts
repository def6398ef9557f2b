import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was given up for good, until a person decides. The worker writes it, the gateway has it done again. */
export class CreateDeadLetters1764000052000 implements MigrationInterface {
  readonly name = 'CreateDeadLetters1764000052000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.dead_letters (
        id         uuid PRIMARY KEY,
        source     text NOT NULL,
        run_id     uuid NOT NULL REFERENCES vacancies.collection_runs ON DELETE CASCADE,
        window_id  uuid REFERENCES vacancies.collection_windows ON DELETE CASCADE,
        reason     text NOT NULL,
        detail     text NOT NULL,
        attempts   integer NOT NULL,
        failed_at  timestamptz NOT NULL,
        state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replayed', 'discarded')),
        settled_at timestamptz,
        CHECK ((state = 'open') = (settled_at IS NULL))
      );
      COMMENT ON COLUMN vacancies.dead_letters.window_id IS 'null if the run could not even be planned';
      CREATE INDEX dead_letters_newest ON vacancies.dead_letters (state, id DESC);
      CREATE INDEX dead_letters_groups ON vacancies.dead_letters (source, reason, failed_at) WHERE state = 'open';
      CREATE UNIQUE INDEX dead_letters_once ON vacancies.dead_letters (run_id, coalesce(window_id, run_id))
        WHERE state = 'open';

      GRANT SELECT, INSERT ON vacancies.dead_letters TO job_scope_worker;
      GRANT SELECT, UPDATE (state, settled_at) ON vacancies.dead_letters TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.dead_letters');
  }
}
