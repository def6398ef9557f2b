import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schedules that people change while schedulers run: their policies, their revision, and what became of each time. */
export class ExtendSchedules1764000030000 implements MigrationInterface {
  readonly name = 'ExtendSchedules1764000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.schedules
        ADD COLUMN description text,
        ADD COLUMN jitter_seconds integer NOT NULL DEFAULT 0 CHECK (jitter_seconds >= 0),
        ADD COLUMN overlap text NOT NULL DEFAULT 'skip' CHECK (overlap IN ('skip', 'queue')),
        ADD COLUMN misfire text NOT NULL DEFAULT 'fire-once' CHECK (misfire IN ('fire-once', 'skip')),
        ADD COLUMN misfire_tolerance_seconds integer NOT NULL DEFAULT 300 CHECK (misfire_tolerance_seconds >= 0),
        ADD COLUMN paused boolean NOT NULL DEFAULT false,
        ADD COLUMN due_at timestamptz,
        ADD COLUMN waiting_fire_at timestamptz,
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
      UPDATE vacancies.schedules SET paused = NOT enabled, due_at = next_fire_at;
      ALTER TABLE vacancies.schedules
        DROP COLUMN enabled,
        ALTER COLUMN due_at SET NOT NULL,
        ${DEFAULTS.map((column) => `ALTER COLUMN ${column} DROP DEFAULT`).join(', ')};
      COMMENT ON COLUMN vacancies.schedules.due_at IS 'next_fire_at with its jitter';
      COMMENT ON COLUMN vacancies.schedules.waiting_fire_at IS 'queued until the run before it has ended';
      COMMENT ON COLUMN vacancies.schedules.revision IS 'of what people have decided: firing does not change it';
      CREATE INDEX schedules_due ON vacancies.schedules (due_at) WHERE NOT paused;
      CREATE INDEX schedules_waiting ON vacancies.schedules (waiting_fire_at)
        WHERE NOT paused AND waiting_fire_at IS NOT NULL;

      ALTER TABLE vacancies.schedule_fires
        ADD COLUMN outcome text NOT NULL DEFAULT 'fired'
          CHECK (outcome IN ('fired', 'queued', 'skipped-overlap', 'skipped-misfire')),
        ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
        ALTER COLUMN run_id DROP NOT NULL,
        ADD CHECK ((outcome = 'fired') = (run_id IS NOT NULL));
      ALTER TABLE vacancies.schedule_fires
        ALTER COLUMN outcome DROP DEFAULT, ALTER COLUMN recorded_at DROP DEFAULT;

      CREATE INDEX collection_runs_open_of_schedules ON vacancies.collection_runs (requester_id)
        WHERE requester_kind = 'schedule' AND status <> 'finished';

      GRANT INSERT, UPDATE, DELETE ON vacancies.schedules TO job_scope_gateway;
      GRANT SELECT ON vacancies.schedule_fires TO job_scope_gateway;
      GRANT UPDATE (outcome, run_id, recorded_at) ON vacancies.schedule_fires TO job_scope_gateway, job_scope_scheduler;
      GRANT SELECT ON vacancies.collection_runs TO job_scope_scheduler;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT ON vacancies.collection_runs FROM job_scope_scheduler;
      REVOKE UPDATE (outcome, run_id, recorded_at)
        ON vacancies.schedule_fires FROM job_scope_gateway, job_scope_scheduler;
      REVOKE SELECT ON vacancies.schedule_fires FROM job_scope_gateway;
      REVOKE INSERT, UPDATE, DELETE ON vacancies.schedules FROM job_scope_gateway;
      DROP INDEX vacancies.collection_runs_open_of_schedules;

      DELETE FROM vacancies.schedule_fires WHERE run_id IS NULL;
      ALTER TABLE vacancies.schedule_fires
        DROP COLUMN outcome, DROP COLUMN recorded_at, ALTER COLUMN run_id SET NOT NULL;

      ALTER TABLE vacancies.schedules ADD COLUMN enabled boolean NOT NULL DEFAULT true;
      UPDATE vacancies.schedules SET enabled = NOT paused;
      ALTER TABLE vacancies.schedules
        ALTER COLUMN enabled DROP DEFAULT,
        DROP COLUMN description, DROP COLUMN due_at, DROP COLUMN waiting_fire_at,
        ${DEFAULTS.map((column) => `DROP COLUMN ${column}`).join(', ')};
      CREATE INDEX schedules_due ON vacancies.schedules (next_fire_at) WHERE enabled;
    `);
  }
}

/** The columns that get a value in rows that are there already, and must be named by whoever makes new ones. */
const DEFAULTS = [
  ...['jitter_seconds', 'overlap', 'misfire', 'misfire_tolerance_seconds', 'paused', 'revision'],
  ...['created_at', 'updated_at'],
];
