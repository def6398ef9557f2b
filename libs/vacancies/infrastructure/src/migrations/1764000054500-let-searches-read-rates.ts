import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readers bound salaries in any currency, and the gateway has to know what those bounds are in roubles. */
export class LetSearchesReadRates1764000054500 implements MigrationInterface {
  readonly name = 'LetSearchesReadRates1764000054500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON vacancies.currency_rates TO job_scope_gateway');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON vacancies.currency_rates FROM job_scope_gateway');
  }
}
