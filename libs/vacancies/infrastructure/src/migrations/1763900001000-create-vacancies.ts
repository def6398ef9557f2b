import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vacancies, and apart from them when each was last seen: collecting again what has not changed touches the narrow
 * table only. The sources' identifiers are compared as bytes, so that no change of a locale can upset their index.
 */
export class CreateVacancies1763900001000 implements MigrationInterface {
  readonly name = 'CreateVacancies1763900001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.vacancies (
        id                 uuid PRIMARY KEY,
        source             text COLLATE "C" NOT NULL,
        source_id          text COLLATE "C" NOT NULL,
        revision           bigint NOT NULL CHECK (revision > 0),
        content_hash       text COLLATE "C" NOT NULL,
        state              text NOT NULL CHECK (state IN ('active', 'archived', 'gone')),
        title              text NOT NULL,
        url                text NOT NULL,
        apply_url          text,
        employer_id        text,
        employer_name      text,
        area_id            text,
        area_name          text,
        salary_from_minor  bigint CHECK (salary_from_minor >= 0),
        salary_to_minor    bigint CHECK (salary_to_minor >= salary_from_minor),
        salary_currency    char(3),
        salary_gross       boolean,
        salary_period      text CHECK (salary_period IN ('month', 'hour', 'shift', 'fly-in-fly-out', 'project')),
        experience_id      text,
        experience_name    text,
        employment_id      text,
        employment_name    text,
        schedule_id        text,
        schedule_name      text,
        professional_roles jsonb NOT NULL,
        requirement        text,
        responsibility     text,
        has_test           boolean NOT NULL,
        raw                jsonb NOT NULL,
        published_at       timestamptz NOT NULL,
        first_seen_at      timestamptz NOT NULL,
        changed_at         timestamptz NOT NULL,
        UNIQUE (source, source_id),
        CHECK (num_nulls(salary_currency, salary_period) IN (0, 2)),
        CHECK ((salary_currency IS NULL) = (coalesce(salary_from_minor, salary_to_minor) IS NULL))
      );
      COMMENT ON COLUMN vacancies.vacancies.employer_id IS 'null for an anonymous employer';
      COMMENT ON COLUMN vacancies.vacancies.salary_from_minor IS 'in kopecks, cents: the minor unit of the currency';

      -- Rewritten in place at every collection: room on the page keeps those updates out of the index.
      CREATE TABLE vacancies.vacancy_sightings (
        vacancy_id   uuid PRIMARY KEY REFERENCES vacancies.vacancies ON DELETE CASCADE,
        last_seen_at timestamptz NOT NULL
      ) WITH (fillfactor = 70);

      GRANT SELECT ON vacancies.vacancies, vacancies.vacancy_sightings TO job_scope_gateway;
      GRANT SELECT, INSERT, UPDATE ON vacancies.vacancies, vacancies.vacancy_sightings TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.vacancy_sightings, vacancies.vacancies');
  }
}
