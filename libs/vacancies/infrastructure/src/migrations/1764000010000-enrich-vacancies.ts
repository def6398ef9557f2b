import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All that sources tell of a vacancy. The details come by answers of their own, are hashed on their own, and stay until
 * others are told. What is concluded (salary by the month, key of duplicates) is stored with the facts. Columns are
 * filled as vacancies are seen again or remapped.
 */
export class EnrichVacancies1764000010000 implements MigrationInterface {
  readonly name = 'EnrichVacancies1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.vacancies
        ADD COLUMN employer_url text,
        ADD COLUMN employer_trusted boolean,
        ADD COLUMN employer_accredited_it boolean,
        ADD COLUMN address jsonb,
        ADD COLUMN type_id text,
        ADD COLUMN type_name text,
        ADD COLUMN work_formats jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN response_letter_required boolean NOT NULL DEFAULT false,
        ADD COLUMN accepts_incomplete_resumes boolean NOT NULL DEFAULT false,
        ADD COLUMN details_hash text COLLATE "C",
        ADD COLUMN description_html text,
        ADD COLUMN description_text text,
        ADD COLUMN key_skills jsonb,
        ADD COLUMN source_created_at timestamptz,
        ADD COLUMN details_raw jsonb,
        ADD COLUMN duplicate_key text COLLATE "C",
        ADD CONSTRAINT vacancies_details_check CHECK ((details_hash IS NULL) = (key_skills IS NULL)),
        ADD CONSTRAINT vacancies_description_check CHECK ((description_html IS NULL) = (description_text IS NULL)),
        ${MONTHLY_SALARY};
      COMMENT ON COLUMN vacancies.vacancies.details_hash IS 'null until the source has told details';
      COMMENT ON COLUMN vacancies.vacancies.description_html IS 'sanitised: safe to render';
      COMMENT ON COLUMN vacancies.vacancies.details_raw IS 'the payload that told the details; null if raw told them';
      COMMENT ON COLUMN vacancies.vacancies.duplicate_key IS 'equal for duplicates; null if none can be recognised';
      COMMENT ON COLUMN vacancies.vacancies.monthly_rates_on IS 'the day of the rate of exchange';
      CREATE INDEX vacancies_duplicates ON vacancies.vacancies (duplicate_key) WHERE duplicate_key IS NOT NULL;

      ALTER TABLE vacancies.search_documents
        ADD COLUMN employer_url text,
        ADD COLUMN employer_trusted boolean,
        ADD COLUMN employer_accredited_it boolean,
        ADD COLUMN employment_id text,
        ADD COLUMN employment_name text,
        ADD COLUMN schedule_id text,
        ADD COLUMN schedule_name text,
        ADD COLUMN work_formats jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN professional_roles jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN has_test boolean NOT NULL DEFAULT false,
        ADD COLUMN duplicate_key text COLLATE "C",
        ${MONTHLY_SALARY};
      CREATE INDEX search_documents_salary ON vacancies.search_documents
        ((coalesce(monthly_from_minor, monthly_to_minor)) DESC NULLS LAST, id DESC);
      CREATE INDEX search_documents_duplicates ON vacancies.search_documents (duplicate_key)
        WHERE duplicate_key IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const drop = (columns: readonly string[]) => columns.map((column) => `DROP COLUMN ${column}`).join(', ');
    await runner.query(`
      ALTER TABLE vacancies.search_documents ${drop([...BOTH, ...SEARCHED])};
      ALTER TABLE vacancies.vacancies ${drop([...BOTH, ...STORED])};
    `);
  }
}

/** In kopecks; an absent bound is null. */
const MONTHLY_SALARY = `
        ADD COLUMN monthly_from_minor bigint CHECK (monthly_from_minor >= 0),
        ADD COLUMN monthly_to_minor bigint CHECK (monthly_to_minor >= monthly_from_minor),
        ADD COLUMN monthly_estimated boolean,
        ADD COLUMN monthly_rates_on date,
        ADD CHECK (num_nulls(monthly_estimated, monthly_rates_on) IN (0, 2)),
        ADD CHECK ((monthly_estimated IS NULL) = (coalesce(monthly_from_minor, monthly_to_minor) IS NULL))`;

const BOTH = [
  ...['employer_url', 'employer_trusted', 'employer_accredited_it', 'work_formats', 'duplicate_key'],
  ...['monthly_from_minor', 'monthly_to_minor', 'monthly_estimated', 'monthly_rates_on'],
];
const SEARCHED = [
  ...['employment_id', 'employment_name', 'schedule_id', 'schedule_name', 'professional_roles', 'has_test'],
];
const STORED = [
  ...['address', 'type_id', 'type_name', 'response_letter_required', 'accepts_incomplete_resumes', 'details_hash'],
  ...['description_html', 'description_text', 'key_skills', 'source_created_at', 'details_raw'],
];
