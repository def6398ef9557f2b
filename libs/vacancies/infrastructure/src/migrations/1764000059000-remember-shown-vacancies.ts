import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a window has shown while it is read, to count each vacancy once that drifts from page to page, and what it last
 * said to have, to notice when some vanish.
 */
export class RememberShownVacancies1764000059000 implements MigrationInterface {
  readonly name = 'RememberShownVacancies1764000059000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_windows ADD COLUMN shown text[] NOT NULL DEFAULT '{}', ADD COLUMN last_found bigint;
      COMMENT ON COLUMN vacancies.collection_windows.shown IS 'identifiers of the source; none once the window was read';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vacancies.collection_windows DROP COLUMN shown, DROP COLUMN last_found');
  }
}
