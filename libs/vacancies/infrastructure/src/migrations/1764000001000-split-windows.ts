import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Windows that hold more than a source shows give way to smaller ones, cut by time and by the source's own filters. */
export class SplitWindows1764000001000 implements MigrationInterface {
  readonly name = 'SplitWindows1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_windows
        ADD COLUMN parent_id uuid REFERENCES vacancies.collection_windows ON DELETE CASCADE,
        ADD COLUMN filters jsonb NOT NULL DEFAULT '{}',
        DROP CONSTRAINT collection_windows_state_check,
        ADD CONSTRAINT collection_windows_state_check CHECK
          (state IN ('planned', 'collecting', 'done', 'split', 'blocked', 'failed', 'cancelled'));
      COMMENT ON COLUMN vacancies.collection_windows.filters IS 'in the words of the source, besides those of the query';
      CREATE INDEX collection_windows_parent ON vacancies.collection_windows (parent_id) WHERE parent_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.collection_windows
        DROP COLUMN parent_id, DROP COLUMN filters,
        DROP CONSTRAINT collection_windows_state_check,
        ADD CONSTRAINT collection_windows_state_check CHECK
          (state IN ('planned', 'collecting', 'done', 'blocked', 'failed'));
    `);
  }
}
