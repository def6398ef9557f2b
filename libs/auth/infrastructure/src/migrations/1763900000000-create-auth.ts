import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, sessions, signing keys, outbox and audit trail; the gateway sees of all this the session status alone. */
export class CreateAuth1763900000000 implements MigrationInterface {
  readonly name = 'CreateAuth1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(SESSION_STATUS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW auth.session_status;
      DROP TABLE auth.sessions, auth.users, auth.signing_keys, auth.outbox, auth.audit_events;
    `);
  }
}

const TABLES = `
  CREATE TABLE auth.users (
    id            uuid        CONSTRAINT users_pkey PRIMARY KEY,
    -- Stored in one spelling, so that a plain unique constraint is case-insensitive.
    email         text        NOT NULL CONSTRAINT users_email_key UNIQUE
                              CONSTRAINT users_email_lower CHECK (email = lower(email)),
    password_hash text        NOT NULL,
    active        boolean     NOT NULL,
    superuser     boolean     NOT NULL,
    verified      boolean     NOT NULL,
    revision      integer     NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL
  );

  CREATE TABLE auth.sessions (
    id                  uuid        PRIMARY KEY,
    user_id             uuid        NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    generation          integer     NOT NULL,
    issue               integer     NOT NULL,
    -- Which token of the generation before was used, and when it last got an answer.
    used_issue          integer,
    used_at             timestamptz,
    device_name         text,
    ip                  text,
    user_agent          text,
    created_at          timestamptz NOT NULL,
    last_seen_at        timestamptz NOT NULL,
    idle_expires_at     timestamptz NOT NULL,
    absolute_expires_at timestamptz NOT NULL,
    revoked_at          timestamptz,
    revoked_reason      text,
    -- Counts writes, for compare and set.
    version             integer     NOT NULL DEFAULT 1
  );
  CREATE INDEX sessions_user ON auth.sessions (user_id, last_seen_at DESC);

  CREATE TABLE auth.signing_keys (
    kid                text        CONSTRAINT signing_keys_pkey PRIMARY KEY,
    public_jwk         jsonb       NOT NULL,
    -- AES-256-GCM by KEY_ENCRYPTION_KEY.
    sealed_private_key bytea       NOT NULL,
    published_at       timestamptz NOT NULL,
    sign_from          timestamptz NOT NULL,
    retire_at          timestamptz
  );

  CREATE TABLE auth.outbox (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_name    text        NOT NULL,
    event_version integer     NOT NULL,
    aggregate_id  uuid        NOT NULL,
    revision      bigint      NOT NULL,
    traceparent   text,
    payload       jsonb       NOT NULL,
    attempts      integer     NOT NULL DEFAULT 0,
    available_at  timestamptz NOT NULL DEFAULT now(),
    created_at    timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX outbox_available ON auth.outbox (available_at, id);

  CREATE TABLE auth.audit_events (
    id           uuid        PRIMARY KEY,
    at           timestamptz NOT NULL,
    action       text        NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text,
    subject_kind text,
    subject_id   text,
    ip           text,
    user_agent   text,
    trace_id     text,
    details      jsonb       NOT NULL
  );
  CREATE INDEX audit_events_at ON auth.audit_events (at DESC, id DESC);
  CREATE INDEX audit_events_subject ON auth.audit_events (subject_kind, subject_id, at DESC);
`;

const SESSION_STATUS = `
  CREATE VIEW auth.session_status AS
    SELECT s.id AS sid, s.user_id,
           u.active AND s.revoked_at IS NULL AND now() < s.idle_expires_at AS active,
           u.superuser, s.generation
    FROM auth.sessions s JOIN auth.users u ON u.id = s.user_id;
`;

/** The audit trail can be written and read, never changed. */
const GRANTS = `
  GRANT USAGE ON SCHEMA auth TO job_scope_auth, job_scope_gateway;
  GRANT SELECT, INSERT, UPDATE, DELETE ON auth.users, auth.sessions, auth.signing_keys, auth.outbox TO job_scope_auth;
  GRANT SELECT, INSERT ON auth.audit_events TO job_scope_auth;
  GRANT SELECT ON auth.session_status TO job_scope_auth, job_scope_gateway;
`;
