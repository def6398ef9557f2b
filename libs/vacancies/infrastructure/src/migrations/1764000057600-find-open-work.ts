import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What runs wait for is looked for again and again: those under way are few among all. The index says which these are in
 * words of which the planner expects few, even without statistics.
 */
export class FindOpenWork1764000057600 implements MigrationInterface {
  readonly name = 'FindOpenWork1764000057600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX collection_runs_under_way ON vacancies.collection_runs (id)
        WHERE status IN ('requested', 'collecting');
      CREATE INDEX dead_letters_replayed ON vacancies.dead_letters (run_id, id) WHERE state = 'replayed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX vacancies.dead_letters_replayed, vacancies.collection_runs_under_way');
  }
}
