import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of the times of schedules is forgotten some day, oldest first. How far that went is noted on the schedule,
 * so that a time is served once even if its fire is known no more.
 */
export class ForgetOldFires1764000057500 implements MigrationInterface {
  readonly name = 'ForgetOldFires1764000057500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.schedules ADD COLUMN fires_forgotten_until timestamptz;
      COMMENT ON COLUMN vacancies.schedules.fires_forgotten_until IS 'no time up to then is served any more';
      CREATE INDEX schedule_fires_age ON vacancies.schedule_fires (fire_at);
      GRANT DELETE ON vacancies.schedule_fires TO job_scope_scheduler;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE DELETE ON vacancies.schedule_fires FROM job_scope_scheduler;
      DROP INDEX vacancies.schedule_fires_age;
      ALTER TABLE vacancies.schedules DROP COLUMN fires_forgotten_until;
    `);
  }
}
