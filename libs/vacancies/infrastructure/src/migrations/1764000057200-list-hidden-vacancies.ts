import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Superusers list what is hidden, the newest first: a trigger notes when that was, so that no writer can forget it. */
export class ListHiddenVacancies1764000057200 implements MigrationInterface {
  readonly name = 'ListHiddenVacancies1764000057200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.vacancies ADD COLUMN withheld_at timestamptz;
      UPDATE vacancies.vacancies SET withheld_at = changed_at WHERE withheld IS NOT NULL;
      CREATE INDEX vacancies_hidden ON vacancies.vacancies (withheld_at DESC, id DESC) WHERE withheld = 'hidden';

      CREATE FUNCTION vacancies.note_withholding() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.withheld_at := CASE WHEN NEW.withheld IS NOT NULL THEN NEW.changed_at END;
        RETURN NEW;
      END $$;

      CREATE TRIGGER note_withholding BEFORE UPDATE OF withheld ON vacancies.vacancies FOR EACH ROW
        WHEN (OLD.withheld IS DISTINCT FROM NEW.withheld)
        EXECUTE FUNCTION vacancies.note_withholding();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER note_withholding ON vacancies.vacancies;
      DROP FUNCTION vacancies.note_withholding();
      ALTER TABLE vacancies.vacancies DROP COLUMN withheld_at;
    `);
  }
}
