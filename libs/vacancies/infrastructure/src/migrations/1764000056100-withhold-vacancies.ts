import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What superusers hide or delete stays as a row, which collections go on to write, and which no reader sees. */
export class WithholdVacancies1764000056100 implements MigrationInterface {
  readonly name = 'WithholdVacancies1764000056100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.vacancies ADD COLUMN withheld text CHECK (withheld IN ('hidden', 'deleted'));
      COMMENT ON COLUMN vacancies.vacancies.withheld IS 'who reads vacancies leaves out those in which this is not null';

      CREATE INDEX vacancies_withheld ON vacancies.vacancies (id) WHERE withheld IS NOT NULL;

      GRANT UPDATE (withheld, revision, changed_at) ON vacancies.vacancies TO job_scope_gateway;
      GRANT INSERT ON vacancies.vacancy_changes TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT ON vacancies.vacancy_changes FROM job_scope_gateway;
      REVOKE UPDATE (withheld, revision, changed_at) ON vacancies.vacancies FROM job_scope_gateway;
      ALTER TABLE vacancies.vacancies DROP COLUMN withheld;
    `);
  }
}
