import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups of duplicates are looked at without their withheld members: the index has only the others. */
export class IndexVisibleDuplicates1764000056300 implements MigrationInterface {
  readonly name = 'IndexVisibleDuplicates1764000056300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(canonicalIndex('duplicate_key IS NOT NULL AND withheld IS NULL'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(canonicalIndex('duplicate_key IS NOT NULL'));
  }
}

const canonicalIndex = (condition: string): string => `
  DROP INDEX vacancies.vacancies_canonical;
  CREATE INDEX vacancies_canonical ON vacancies.vacancies (duplicate_key, (state <> 'active'), first_seen_at, id)
    WHERE ${condition};`;
