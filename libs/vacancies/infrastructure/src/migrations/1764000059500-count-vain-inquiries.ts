import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a vacancy was asked for in vain: one that cannot be asked for must not stop those behind it. */
export class CountVainInquiries1764000059500 implements MigrationInterface {
  readonly name = 'CountVainInquiries1764000059500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.inquiries ADD COLUMN tries smallint NOT NULL DEFAULT 0;
      COMMENT ON COLUMN vacancies.inquiries.tries IS 'how often it was asked for in vain, while others were answered';
      DROP INDEX vacancies.inquiries_of_run;
      CREATE INDEX inquiries_due ON vacancies.inquiries (run_id, tries, vacancy_id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX vacancies.inquiries_due;
      CREATE INDEX inquiries_of_run ON vacancies.inquiries (run_id, vacancy_id);
      ALTER TABLE vacancies.inquiries DROP COLUMN tries;
    `);
  }
}
