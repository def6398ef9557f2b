import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Superusers create vacancies, once for each key: the gateway inserts them, and still rewrites nothing that a source has told. */
export class CreateOwnVacancies1764000057000 implements MigrationInterface {
  readonly name = 'CreateOwnVacancies1764000057000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.idempotency_keys
        ADD COLUMN vacancy_id uuid REFERENCES vacancies.vacancies DEFERRABLE INITIALLY DEFERRED,
        ALTER COLUMN run_id DROP NOT NULL,
        ADD CONSTRAINT idempotency_keys_brought_check CHECK (num_nonnulls(run_id, vacancy_id) = 1);
      COMMENT ON COLUMN vacancies.vacancies.source IS 'an aggregator; own is what superusers have created';

      GRANT INSERT ON vacancies.vacancies, vacancies.vacancy_sightings TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT ON vacancies.vacancies, vacancies.vacancy_sightings FROM job_scope_gateway;
      COMMENT ON COLUMN vacancies.vacancies.source IS NULL;
      DELETE FROM vacancies.idempotency_keys WHERE vacancy_id IS NOT NULL;
      ALTER TABLE vacancies.idempotency_keys
        DROP COLUMN vacancy_id,
        ALTER COLUMN run_id SET NOT NULL;
    `);
  }
}
