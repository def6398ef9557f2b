import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The areas of each source, with the path from the widest to each: indexing reads paths, and nobody climbs. */
export class CreateAreas1764000051000 implements MigrationInterface {
  readonly name = 'CreateAreas1764000051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.areas (
        source    text COLLATE "C" NOT NULL,
        id        text COLLATE "C" NOT NULL,
        parent_id text COLLATE "C",
        name      text NOT NULL,
        path      jsonb NOT NULL,
        PRIMARY KEY (source, id)
      );
      COMMENT ON COLUMN vacancies.areas.parent_id IS 'null for the widest';
      COMMENT ON COLUMN vacancies.areas.path IS 'id and name of each area from the widest to this one';
      CREATE INDEX areas_children ON vacancies.areas (source, parent_id);
      GRANT SELECT ON vacancies.areas TO job_scope_gateway;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.areas TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.areas');
  }
}
