import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who empties the documents at a stroke leaves nothing to be counted either; triggers of deletion see no such rows. */
export class ForgetTruncatedCounts1764000053300 implements MigrationInterface {
  readonly name = 'ForgetTruncatedCounts1764000053300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION vacancies.forget_search_counts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM vacancies.search_counts;
        DELETE FROM vacancies.search_count_changes;
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_truncated AFTER TRUNCATE ON vacancies.search_documents
        FOR EACH STATEMENT EXECUTE FUNCTION vacancies.forget_search_counts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER count_truncated ON vacancies.search_documents;
      DROP FUNCTION vacancies.forget_search_counts();
    `);
  }
}
