import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs, their windows and their history; who asked for them; how fast they may ask a source. References to a run are
 * checked at commit: a key or a fire time is claimed before the run it stands for is stored.
 */
export class CreateCollections1763900002000 implements MigrationInterface {
  readonly name = 'CreateCollections1763900002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.collection_runs (
        id             uuid PRIMARY KEY,
        source         text NOT NULL,
        query          jsonb NOT NULL,
        status         text NOT NULL CHECK (status IN ('requested', 'collecting', 'finished')),
        outcome        text CHECK (outcome IN
                         ('complete', 'partial', 'empty', 'blocked', 'parse-errors', 'failed', 'cancelled')),
        reason         text,
        requester_kind text NOT NULL CHECK (requester_kind IN ('user', 'schedule')),
        requester_id   text NOT NULL,
        requested_at   timestamptz NOT NULL,
        started_at     timestamptz,
        finished_at    timestamptz,
        found          bigint,
        ${COUNTERS},
        last_event_seq bigint NOT NULL DEFAULT 0,
        CHECK ((status = 'finished') = (outcome IS NOT NULL))
      );
      CREATE INDEX collection_runs_newest ON vacancies.collection_runs (requested_at DESC, id DESC);

      CREATE TABLE vacancies.collection_windows (
        id             uuid PRIMARY KEY,
        run_id         uuid NOT NULL REFERENCES vacancies.collection_runs ON DELETE CASCADE,
        published_from timestamptz,
        published_to   timestamptz,
        state          text NOT NULL CHECK (state IN ('planned', 'collecting', 'done', 'blocked', 'failed')),
        cursor         text,
        found          bigint,
        ${COUNTERS}
      );
      CREATE INDEX collection_windows_run ON vacancies.collection_windows (run_id, state);

      CREATE TABLE vacancies.run_events (
        run_id uuid NOT NULL REFERENCES vacancies.collection_runs ON DELETE CASCADE,
        seq    bigint NOT NULL,
        type   text NOT NULL,
        data   jsonb NOT NULL,
        at     timestamptz NOT NULL,
        PRIMARY KEY (run_id, seq)
      );
      COMMENT ON COLUMN vacancies.run_events.seq IS 'from 1 without gaps; collection_runs.last_event_seq is the last';

      CREATE TABLE vacancies.idempotency_keys (
        owner       text NOT NULL,
        key         text NOT NULL,
        run_id      uuid NOT NULL REFERENCES vacancies.collection_runs DEFERRABLE INITIALLY DEFERRED,
        fingerprint text NOT NULL,
        created_at  timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, key)
      );

      CREATE TABLE vacancies.schedules (
        id           uuid PRIMARY KEY,
        name         text NOT NULL UNIQUE,
        source       text NOT NULL,
        query        jsonb NOT NULL,
        cron         text NOT NULL,
        time_zone    text NOT NULL,
        enabled      boolean NOT NULL,
        next_fire_at timestamptz NOT NULL
      );
      CREATE INDEX schedules_due ON vacancies.schedules (next_fire_at) WHERE enabled;

      -- The guard against firing twice, whatever the clocks and locks of the schedulers do.
      CREATE TABLE vacancies.schedule_fires (
        schedule_id uuid NOT NULL REFERENCES vacancies.schedules ON DELETE CASCADE,
        fire_at     timestamptz NOT NULL,
        run_id      uuid NOT NULL REFERENCES vacancies.collection_runs DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (schedule_id, fire_at)
      );

      CREATE TABLE vacancies.source_budgets (
        source         text PRIMARY KEY,
        tokens         double precision NOT NULL,
        filled_at      timestamptz NOT NULL,
        blocked_until  timestamptz,
        blocked_reason text
      );
      COMMENT ON COLUMN vacancies.source_budgets.tokens IS 'requests that might go out at filled_at';

      GRANT SELECT ON vacancies.collection_runs, vacancies.collection_windows, vacancies.run_events,
        vacancies.idempotency_keys, vacancies.schedules TO job_scope_gateway;
      GRANT INSERT ON vacancies.collection_runs, vacancies.idempotency_keys TO job_scope_gateway;

      GRANT SELECT, UPDATE ON vacancies.collection_runs TO job_scope_worker;
      GRANT SELECT, INSERT, UPDATE ON vacancies.collection_windows, vacancies.source_budgets TO job_scope_worker;
      GRANT SELECT, INSERT ON vacancies.run_events TO job_scope_worker;

      GRANT USAGE ON SCHEMA vacancies TO job_scope_scheduler;
      GRANT INSERT ON vacancies.collection_runs TO job_scope_scheduler;
      GRANT SELECT, INSERT, UPDATE ON vacancies.schedules TO job_scope_scheduler;
      GRANT SELECT, INSERT ON vacancies.schedule_fires TO job_scope_scheduler;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE vacancies.source_budgets, vacancies.schedule_fires, vacancies.schedules, vacancies.idempotency_keys,
        vacancies.run_events, vacancies.collection_windows, vacancies.collection_runs;
      REVOKE USAGE ON SCHEMA vacancies FROM job_scope_scheduler;
    `);
  }
}

/** What `CollectionCounts` counts. */
const COUNTERS = ['requests', 'fetched', 'created', 'changed', 'unchanged', 'skipped']
  .map((name) => `${name} bigint NOT NULL DEFAULT 0`)
  .join(', ');
