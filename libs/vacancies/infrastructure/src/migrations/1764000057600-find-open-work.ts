import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What runs wait for is looked for again and again, and for which dead letter it is to be done again. */
export class FindOpenWork1764000057600 implements MigrationInterface {
  readonly name = 'FindOpenWork1764000057600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX dead_letters_replayed ON vacancies.dead_letters (run_id, id) WHERE state = 'replayed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX vacancies.dead_letters_replayed');
  }
}
