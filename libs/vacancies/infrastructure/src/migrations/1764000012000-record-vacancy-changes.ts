import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readers would notice between two revisions of a vacancy. A trigger writes it, once a statement: it alone sees the
 * row that was really replaced, whoever came in between, and no writer can forget it. `changeBetween` in the domain is
 * the rule. It is silent while payloads are read anew: then not the vacancy changed, but our understanding of it.
 */
export class RecordVacancyChanges1764000012000 implements MigrationInterface {
  readonly name = 'RecordVacancyChanges1764000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.vacancy_changes (
        vacancy_id         uuid NOT NULL REFERENCES vacancies.vacancies ON DELETE CASCADE,
        revision           bigint NOT NULL,
        at                 timestamptz NOT NULL,
        changed            text[] NOT NULL CHECK (cardinality(changed) > 0),
        title_before       text,
        title_after        text,
        salary_before      jsonb,
        salary_after       jsonb,
        description_before text,
        state_before       text,
        state_after        text,
        PRIMARY KEY (vacancy_id, revision)
      );
      COMMENT ON COLUMN vacancies.vacancy_changes.changed IS
        'which of title, salary, description and state; the columns of the others say nothing';

      ${recordVacancyChanges(TOLD_BEFORE)};

      CREATE TRIGGER record_changes AFTER UPDATE ON vacancies.vacancies
        REFERENCING OLD TABLE AS before NEW TABLE AS after
        FOR EACH STATEMENT WHEN (current_setting('job_scope.reading_anew', true) IS DISTINCT FROM 'on')
        EXECUTE FUNCTION vacancies.record_vacancy_changes();

      GRANT SELECT ON vacancies.vacancy_changes TO job_scope_gateway;
      GRANT INSERT ON vacancies.vacancy_changes TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER record_changes ON vacancies.vacancies;
      DROP FUNCTION vacancies.record_vacancy_changes();
      DROP TABLE vacancies.vacancy_changes;
    `);
  }
}

/** Details that were known before, and are told otherwise. */
export const TOLD_BEFORE = 'before.details_hash <> after.details_hash';

/** `isTold`: whether a description that differs is a change. */
export const recordVacancyChanges = (isTold: string): string => `
      CREATE OR REPLACE FUNCTION vacancies.record_vacancy_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO vacancies.vacancy_changes
          (vacancy_id, revision, at, changed, title_before, title_after, salary_before, salary_after,
           description_before, state_before, state_after)
        SELECT after.id, after.revision, after.changed_at, noticed.changed, before.title, after.title,
               ${salaryOf('before')}, ${salaryOf('after')}, before.description_text, before.state, after.state
        FROM before JOIN after USING (id)
        CROSS JOIN LATERAL (SELECT array_remove(ARRAY[
            CASE WHEN before.title <> after.title THEN 'title' END,
            CASE WHEN ${salaryOf('before')} IS DISTINCT FROM ${salaryOf('after')} THEN 'salary' END,
            CASE WHEN ${isTold}
                  AND before.description_text IS DISTINCT FROM after.description_text THEN 'description' END,
            CASE WHEN before.state <> after.state THEN 'state' END
          ], NULL) AS changed) noticed
        WHERE cardinality(noticed.changed) > 0;
        RETURN NULL;
      END $$`;

/** As the domain has it, under its names; null for none. */
const salaryOf = (row: string): string =>
  `CASE WHEN ${row}.salary_currency IS NOT NULL THEN jsonb_build_object(
     'fromMinor', ${row}.salary_from_minor, 'toMinor', ${row}.salary_to_minor, 'currency', ${row}.salary_currency,
     'gross', ${row}.salary_gross, 'period', ${row}.salary_period) END`;
