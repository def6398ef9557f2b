import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names, what the relay of the outbox must remember, the feed of user events, and indexes for administration. */
export class CompleteAccounts1764000000000 implements MigrationInterface {
  readonly name = 'CompleteAccounts1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(USERS);
    await runner.query(OUTBOX);
    await runner.query(USER_EVENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE USAGE ON SCHEMA auth FROM job_scope_worker;
      DROP TABLE auth.user_events;
      DROP SEQUENCE auth.user_events_position;
      DROP INDEX auth.outbox_mail, auth.outbox_access;
      ALTER TABLE auth.outbox DROP COLUMN last_error, DROP COLUMN dead_at;
      CREATE INDEX outbox_available ON auth.outbox (available_at, id);
      DROP INDEX auth.users_newest, auth.users_search, auth.users_active_superusers;
      ALTER TABLE auth.users DROP COLUMN display_name;
    `);
  }
}

const USERS = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

  ALTER TABLE auth.users ADD COLUMN display_name text;
  CREATE INDEX users_newest ON auth.users (created_at DESC, id DESC);
  CREATE INDEX users_search ON auth.users
    USING gin ((lower(email || E'\\n' || coalesce(display_name, ''))) public.gin_trgm_ops);
  CREATE INDEX users_active_superusers ON auth.users (id) WHERE active AND superuser;
`;

/** Mail has a lane of its own. Events from before users had these fields in them are completed. */
const OUTBOX = `
  ALTER TABLE auth.outbox ADD COLUMN last_error text, ADD COLUMN dead_at timestamptz;
  COMMENT ON COLUMN auth.outbox.dead_at IS 'failed too often, or cannot be read: a person must decide';
  DROP INDEX auth.outbox_available;
  CREATE INDEX outbox_mail ON auth.outbox (available_at, id)
    WHERE dead_at IS NULL AND event_name = 'auth.mail-wanted';
  CREATE INDEX outbox_access ON auth.outbox (available_at, id)
    WHERE dead_at IS NULL AND event_name <> 'auth.mail-wanted';

  UPDATE auth.outbox SET payload = payload || jsonb_build_object('email', u.email, 'verified', u.verified)
  FROM auth.users u WHERE u.id = aggregate_id AND event_name = 'users.changed' AND NOT payload ? 'email';
`;

const USER_EVENTS = `
  CREATE SEQUENCE auth.user_events_position;
  CREATE TABLE auth.user_events (
    user_id       uuid        PRIMARY KEY,
    position      bigint      NOT NULL,
    event_name    text        NOT NULL,
    event_version integer     NOT NULL,
    revision      bigint      NOT NULL,
    payload       jsonb       NOT NULL,
    published_at  timestamptz NOT NULL
  );
  COMMENT ON TABLE auth.user_events IS
    'what other contexts may know of users: the newest event of each, in order of position';
  CREATE INDEX user_events_position_idx ON auth.user_events (position);

  GRANT SELECT, INSERT, UPDATE ON auth.user_events TO job_scope_auth;
  GRANT USAGE ON SEQUENCE auth.user_events_position TO job_scope_auth;
  GRANT USAGE ON SCHEMA auth TO job_scope_worker;
  GRANT SELECT ON auth.user_events TO job_scope_worker;
`;
