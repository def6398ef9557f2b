import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The limit of a run is one: what had to be repeated went beyond it before. */
export class CapRequests1764000059600 implements MigrationInterface {
  readonly name = 'CapRequests1764000059600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      COMMENT ON COLUMN vacancies.collection_runs.requests_taken IS 'sent, or about to be; never more than max_requests'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      COMMENT ON COLUMN vacancies.collection_runs.requests_taken IS 'sent, or about to be; never more than max_requests '
        'but for requests that had to be repeated'`);
  }
}
