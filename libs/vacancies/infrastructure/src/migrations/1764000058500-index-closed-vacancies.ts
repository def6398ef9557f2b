import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closed vacancies can be asked for alone: few or many, they are found and counted without looking at the open ones. With
 * what the usual filters ask for in it, the index alone is counted.
 */
export class IndexClosedVacancies1764000058500 implements MigrationInterface {
  readonly name = 'IndexClosedVacancies1764000058500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX search_documents_closed ON vacancies.search_documents (published_at DESC, id DESC)
        INCLUDE (state, is_canonical) WHERE state <> 'active'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX vacancies.search_documents_closed');
  }
}
