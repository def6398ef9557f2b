import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The commonest of tens of thousands of employers are found without adding up all of them. */
export class FindTopCounts1764000053200 implements MigrationInterface {
  readonly name = 'FindTopCounts1764000053200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX search_counts_top ON vacancies.search_counts (kind, count DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX vacancies.search_counts_top');
  }
}
