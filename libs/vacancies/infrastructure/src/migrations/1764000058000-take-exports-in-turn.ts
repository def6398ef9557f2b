import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports that are put off stand behind the others: the order in which they are taken up is that of `available_at`. */
export class TakeExportsInTurn1764000058000 implements MigrationInterface {
  readonly name = 'TakeExportsInTurn1764000058000';

  async up(runner: QueryRunner): Promise<void> {
    await indexOpen(runner, 'available_at, requested_at, id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await indexOpen(runner, 'requested_at, id');
  }
}

const indexOpen = (runner: QueryRunner, columns: string): Promise<unknown> =>
  runner.query(`
    DROP INDEX vacancies.exports_open;
    CREATE INDEX exports_open ON vacancies.exports (${columns})
      WHERE status IN ('requested', 'running') AND expires_at IS NULL;
  `);
