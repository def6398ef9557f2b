import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are made of what searches find, and how far each is. */
export class CreateExports1764000056000 implements MigrationInterface {
  readonly name = 'CreateExports1764000056000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.exports (
        id              uuid PRIMARY KEY,
        owner_id        uuid NOT NULL,
        idempotency_key text,
        fingerprint     text NOT NULL,
        format          text NOT NULL CHECK (format IN ('csv', 'jsonl')),
        search          jsonb NOT NULL,
        status          text NOT NULL CHECK (status IN ('requested', 'running', 'succeeded', 'failed')),
        next            jsonb,
        rows            bigint NOT NULL,
        bytes           bigint NOT NULL,
        total           bigint,
        failure         text,
        failed_steps    integer NOT NULL,
        requested_at    timestamptz NOT NULL,
        started_at      timestamptz,
        finished_at     timestamptz,
        available_at    timestamptz NOT NULL,
        expires_at      timestamptz,
        UNIQUE (owner_id, idempotency_key)
      );
      COMMENT ON COLUMN vacancies.exports.bytes IS 'how much of the file counts: what is behind it was never committed';
      COMMENT ON COLUMN vacancies.exports.idempotency_key IS 'null when the export was deleted, and the key is free again';
      CREATE INDEX exports_open ON vacancies.exports (requested_at, id)
        WHERE status IN ('requested', 'running') AND expires_at IS NULL;
      CREATE INDEX exports_expired ON vacancies.exports (expires_at) WHERE expires_at IS NOT NULL;

      GRANT SELECT, INSERT, UPDATE ON vacancies.exports TO job_scope_gateway;
      GRANT SELECT, UPDATE, DELETE ON vacancies.exports TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.exports');
  }
}
