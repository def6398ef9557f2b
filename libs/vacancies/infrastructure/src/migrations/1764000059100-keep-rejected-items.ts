import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists showed and nobody could understand, so that a repaired mapping can. */
export class KeepRejectedItems1764000059100 implements MigrationInterface {
  readonly name = 'KeepRejectedItems1764000059100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.rejected_items (
        source      text COLLATE "C" NOT NULL,
        source_id   text COLLATE "C" NOT NULL,
        run_id      uuid NOT NULL REFERENCES vacancies.collection_runs ON DELETE CASCADE,
        reason      text NOT NULL,
        raw         jsonb NOT NULL,
        rejected_at timestamptz NOT NULL,
        PRIMARY KEY (source, source_id)
      );
      CREATE INDEX rejected_items_run ON vacancies.rejected_items (run_id);
      COMMENT ON TABLE vacancies.rejected_items IS 'payloads that could not be understood, until they are';
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.rejected_items TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.rejected_items');
  }
}
