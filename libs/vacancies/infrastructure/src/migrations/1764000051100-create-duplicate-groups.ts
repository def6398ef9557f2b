import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which vacancy of each group of duplicates the search index takes for the canonical one: relays hold a group by its row. */
export class CreateDuplicateGroups1764000051100 implements MigrationInterface {
  readonly name = 'CreateDuplicateGroups1764000051100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.duplicate_groups (
        duplicate_key text COLLATE "C" PRIMARY KEY,
        told_id       uuid
      );
      COMMENT ON COLUMN vacancies.duplicate_groups.told_id IS 'null until the index was told';
      CREATE INDEX duplicate_groups_told ON vacancies.duplicate_groups (told_id);
      GRANT SELECT, INSERT, UPDATE ON vacancies.duplicate_groups TO job_scope_worker;

      CREATE INDEX vacancies_canonical ON vacancies.vacancies (duplicate_key, (state <> 'active'), first_seen_at, id)
        WHERE duplicate_key IS NOT NULL;
      DROP INDEX vacancies.vacancies_duplicates;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX vacancies_duplicates ON vacancies.vacancies (duplicate_key) WHERE duplicate_key IS NOT NULL;
      DROP INDEX vacancies.vacancies_canonical;
      DROP TABLE vacancies.duplicate_groups;
    `);
  }
}
