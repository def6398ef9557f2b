import { createAuditTable } from '@job-scope/platform-nest';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What superusers have done. The gateway, where they do it, writes and reads it; nobody changes it. */
export class CreateAuditTrail1764000002000 implements MigrationInterface {
  readonly name = 'CreateAuditTrail1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${createAuditTable('vacancies')}
      GRANT SELECT, INSERT ON vacancies.audit_events TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.audit_events');
  }
}
