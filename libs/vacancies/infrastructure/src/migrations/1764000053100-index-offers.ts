import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Both ends of what is offered as columns of their own, null where there is no salary to compare. Of columns the planner
 * knows how many rows lie within bounds; of the expression of a partial index it does not, and went the longer way.
 */
export class IndexOffers1764000053100 implements MigrationInterface {
  readonly name = 'IndexOffers1764000053100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX vacancies.search_documents_offers;
      ALTER TABLE vacancies.search_documents
        ADD COLUMN offered_from bigint GENERATED ALWAYS AS
          (CASE WHEN monthly_estimated IS NOT NULL THEN coalesce(monthly_from_minor, 0) END) STORED,
        ADD COLUMN offered_to bigint GENERATED ALWAYS AS
          (CASE WHEN monthly_estimated IS NOT NULL THEN coalesce(monthly_to_minor, 9223372036854775807) END) STORED;
      CREATE INDEX search_documents_offered_from ON vacancies.search_documents (offered_from)
        WHERE offered_from IS NOT NULL;
      CREATE INDEX search_documents_offered_to ON vacancies.search_documents (offered_to)
        WHERE offered_to IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.search_documents DROP COLUMN offered_from, DROP COLUMN offered_to;
      CREATE INDEX search_documents_offers ON vacancies.search_documents
        USING gist (int8range(monthly_from_minor, monthly_to_minor, '[]')) WHERE monthly_estimated IS NOT NULL;
    `);
  }
}
