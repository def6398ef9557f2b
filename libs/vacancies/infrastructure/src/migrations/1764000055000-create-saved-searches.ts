import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Saved searches, what each of them has told, and the mails still to be sent about it. The gateway keeps them for their
 * users, the worker looks, and learns from auth-service's feed whom it may write to. What was told says vacancies by
 * their identifiers alone: it must outlive them, and is deleted by ranges of them.
 */
export class CreateSavedSearches1764000055000 implements MigrationInterface {
  readonly name = 'CreateSavedSearches1764000055000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.saved_searches (
        id         uuid PRIMARY KEY,
        owner_id   uuid NOT NULL,
        name       text NOT NULL,
        terms      jsonb NOT NULL,
        frequency  text NOT NULL CHECK (frequency IN ('hourly', 'daily')),
        language   text NOT NULL CHECK (language IN ('ru', 'en')),
        paused     boolean NOT NULL,
        since      timestamptz NOT NULL,
        watermark  timestamptz NOT NULL,
        due_at     timestamptz NOT NULL,
        secret     uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
        revision   integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (owner_id, name)
      );
      COMMENT ON COLUMN vacancies.saved_searches.secret IS 'stands in its mails: whoever has it may pause it';
      CREATE INDEX saved_searches_due ON vacancies.saved_searches (due_at) WHERE NOT paused;

      CREATE TABLE vacancies.saved_search_matches (
        saved_search_id uuid NOT NULL REFERENCES vacancies.saved_searches ON DELETE CASCADE,
        vacancy_id      uuid NOT NULL,
        PRIMARY KEY (saved_search_id, vacancy_id)
      );
      COMMENT ON TABLE vacancies.saved_search_matches IS 'what was told, for as long as it may be found again';

      CREATE TABLE vacancies.notifications (
        id              uuid PRIMARY KEY,
        saved_search_id uuid NOT NULL REFERENCES vacancies.saved_searches ON DELETE CASCADE,
        vacancies       jsonb NOT NULL,
        total           integer NOT NULL,
        attempts        integer NOT NULL DEFAULT 0,
        available_at    timestamptz NOT NULL
      );
      CREATE INDEX notifications_available ON vacancies.notifications (available_at, id);
      CREATE INDEX notifications_saved_search ON vacancies.notifications (saved_search_id);

      CREATE TABLE vacancies.recipients (
        user_id uuid PRIMARY KEY,
        email   text NOT NULL
      );
      COMMENT ON TABLE vacancies.recipients IS 'active users with a proved address, as auth-service tells of them';

      CREATE TABLE vacancies.feed_positions (
        feed     text PRIMARY KEY,
        position bigint NOT NULL
      );
      INSERT INTO vacancies.feed_positions (feed, position) VALUES ('users', 0);

      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.saved_searches TO job_scope_gateway;
      GRANT SELECT ON vacancies.recipients TO job_scope_gateway;
      GRANT SELECT, UPDATE, DELETE ON vacancies.saved_searches TO job_scope_worker;
      GRANT SELECT, INSERT, DELETE ON vacancies.saved_search_matches TO job_scope_worker;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.notifications, vacancies.recipients TO job_scope_worker;
      GRANT SELECT, UPDATE ON vacancies.feed_positions TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE vacancies.feed_positions, vacancies.recipients, vacancies.notifications,
        vacancies.saved_search_matches, vacancies.saved_searches;
    `);
  }
}
