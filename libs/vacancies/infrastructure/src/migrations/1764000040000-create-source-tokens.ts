import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tokens that sources gave us: one for all replicas, because a new one voids the one before. */
export class CreateSourceTokens1764000040000 implements MigrationInterface {
  readonly name = 'CreateSourceTokens1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.source_tokens (
        source       text PRIMARY KEY,
        asked_at     timestamptz NOT NULL,
        token_sealed bytea,
        obtained_at  timestamptz,
        CHECK ((token_sealed IS NULL) = (obtained_at IS NULL))
      );
      COMMENT ON COLUMN vacancies.source_tokens.asked_at IS 'when a token was last asked for, with or without success';
      COMMENT ON COLUMN vacancies.source_tokens.token_sealed IS 'AES-256-GCM by HEADHUNTER_TOKEN_KEY';
      GRANT SELECT, INSERT, UPDATE ON vacancies.source_tokens TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.source_tokens');
  }
}
