import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever asks for an operation on an index may end one that is stranded: the gateway, too, must lock the one that is
 * open, and mark it as failed.
 */
export class LetGatewayEndStrandedOperations1764000056900 implements MigrationInterface {
  readonly name = 'LetGatewayEndStrandedOperations1764000056900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT UPDATE ON vacancies.index_operations TO job_scope_gateway');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE UPDATE ON vacancies.index_operations FROM job_scope_gateway');
  }
}
