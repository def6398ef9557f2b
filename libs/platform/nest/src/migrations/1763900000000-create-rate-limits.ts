import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of the package rate-limiter-flexible, in its own words: what a key has used, and until when that counts. */
export class CreateRateLimits1763900000000 implements MigrationInterface {
  readonly name = 'CreateRateLimits1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.rate_limits (
        key    varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      COMMENT ON COLUMN platform.rate_limits.expire IS 'milliseconds since 1970; null never ends';
      CREATE INDEX rate_limits_expire ON platform.rate_limits (expire);

      GRANT USAGE ON SCHEMA platform TO job_scope_gateway, job_scope_auth;
      GRANT SELECT, INSERT, UPDATE, DELETE ON platform.rate_limits TO job_scope_gateway, job_scope_auth;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.rate_limits');
  }
}
