import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The search index of the PostgreSQL adapter. It is derived: dropping it loses nothing that a new indexing would not
 * bring back, so it has no foreign key into the vacancies, and the indexer alone fills `tsv`.
 */
export class CreateSearchDocuments1763900000000 implements MigrationInterface {
  readonly name = 'CreateSearchDocuments1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
      CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

      CREATE TABLE vacancies.search_documents (
        id                uuid PRIMARY KEY,
        revision          bigint NOT NULL,
        source            text NOT NULL,
        source_id         text NOT NULL,
        title             text NOT NULL,
        url               text NOT NULL,
        employer_id       text,
        employer_name     text,
        area_id           text,
        area_name         text,
        salary_from_minor bigint,
        salary_to_minor   bigint,
        salary_currency   char(3),
        salary_gross      boolean,
        salary_period     text,
        experience_id     text,
        experience_name   text,
        requirement       text,
        responsibility    text,
        published_at      timestamptz NOT NULL,
        state             text NOT NULL,
        tsv               tsvector NOT NULL
      );
      CREATE INDEX search_documents_tsv ON vacancies.search_documents USING gin (tsv);
      CREATE INDEX search_documents_published ON vacancies.search_documents (published_at DESC, id DESC);
      CREATE INDEX search_documents_area ON vacancies.search_documents (area_id, published_at DESC, id DESC);
      CREATE INDEX search_documents_employer ON vacancies.search_documents (employer_id, published_at DESC, id DESC);

      GRANT USAGE ON SCHEMA vacancies TO job_scope_gateway, job_scope_worker;
      GRANT SELECT ON vacancies.search_documents TO job_scope_gateway;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.search_documents TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.search_documents');
  }
}
