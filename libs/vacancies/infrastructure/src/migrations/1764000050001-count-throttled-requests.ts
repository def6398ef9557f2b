import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that a source answered by 429. */
export class CountThrottledRequests1764000050001 implements MigrationInterface {
  readonly name = 'CountThrottledRequests1764000050001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE vacancies.${table} ADD COLUMN throttled bigint NOT NULL DEFAULT 0`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE vacancies.${table} DROP COLUMN throttled`);
  }
}

const TABLES = ['collection_runs', 'collection_windows'];
