import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What superusers have changed of a vacancy stays as they have it. A trigger sees to that, so that no writer can forget
 * it; only they themselves are let through.
 */
export class EditVacancies1764000056200 implements MigrationInterface {
  readonly name = 'EditVacancies1764000056200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.vacancies ADD COLUMN edited text[] NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN vacancies.vacancies.edited IS 'the fields that no source changes any more';

      ${keepEdited(EDITED_COLUMNS)};

      CREATE TRIGGER keep_edited BEFORE UPDATE ON vacancies.vacancies FOR EACH ROW
        WHEN (OLD.edited <> '{}' AND current_setting('job_scope.editing', true) IS DISTINCT FROM 'on')
        EXECUTE FUNCTION vacancies.keep_edited();

      GRANT UPDATE (edited, duplicate_key, ${Object.values(EDITED_COLUMNS).flat().join(', ')})
        ON vacancies.vacancies TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (edited, duplicate_key, ${Object.values(EDITED_COLUMNS).flat().join(', ')})
        ON vacancies.vacancies FROM job_scope_gateway;
      DROP TRIGGER keep_edited ON vacancies.vacancies;
      DROP FUNCTION vacancies.keep_edited();
      ALTER TABLE vacancies.vacancies DROP COLUMN edited;
    `);
  }
}

/** By field, what is kept of it. */
type Columns = Readonly<Record<string, readonly string[]>>;

const ALWAYS = `
        NEW.duplicate_key := OLD.duplicate_key;`;

/** `remember`: what is done before anything is kept; `key`: how the key of duplicates is. */
export const keepEdited = (columns: Columns, remember = '', key = ALWAYS): string => `
      CREATE OR REPLACE FUNCTION vacancies.keep_edited() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN${remember}${key}
        ${Object.entries(columns)
          .map(
            ([field, kept]) =>
              `IF '${field}' = ANY (OLD.edited) THEN
                 ${kept.map((column) => `NEW.${column} := OLD.${column};`).join(' ')}
               END IF;`,
          )
          .join('\n        ')}
        RETURN NEW;
      END $$`;

export const EDITED_COLUMNS = {
  title: ['title'],
  url: ['url'],
  applyUrl: ['apply_url'],
  requirement: ['requirement'],
  responsibility: ['responsibility'],
  hasTest: ['has_test'],
  salary: [
    ...['salary_from_minor', 'salary_to_minor', 'salary_currency', 'salary_gross', 'salary_period'],
    ...['monthly_from_minor', 'monthly_to_minor', 'monthly_estimated', 'monthly_rates_on'],
  ],
};
