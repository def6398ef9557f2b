import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EDITED_COLUMNS, keepEdited } from './1764000056200-edit-vacancies';
import { MORE_EDITED_COLUMNS } from './1764000057100-edit-more-of-vacancies';

/**
 * Superusers give a field that they have changed back to its source: the row remembers what that has told last, of every
 * field that they may change. The digests say what a statement has told: an answer without details tells none.
 */
export class RememberWhatWasTold1764000057300 implements MigrationInterface {
  readonly name = 'RememberWhatWasTold1764000057300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies.vacancies ADD COLUMN told jsonb;
      COMMENT ON COLUMN vacancies.vacancies.told IS 'null if nothing is edited: then the columns are what was told';
      -- The next answers of their sources tell it.
      UPDATE vacancies.vacancies SET content_hash = '', details_hash = CASE WHEN details_hash IS NOT NULL THEN '' END
        WHERE edited <> '{}';

      CREATE FUNCTION vacancies.remember_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.edited = '{}' THEN
          NEW.told := NULL;
        ELSIF OLD.edited = '{}' THEN
          NEW.told := ${told('OLD', [...CONTENT, ...DETAILS])};
        END IF;
        RETURN NEW;
      END $$;

      CREATE TRIGGER remember_told BEFORE UPDATE OF edited ON vacancies.vacancies FOR EACH ROW
        WHEN (OLD.edited <> NEW.edited)
        EXECUTE FUNCTION vacancies.remember_told();

      ${keepEdited(EDITED_OR_TOLD, REMEMBER)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${keepEdited(EDITED_OR_TOLD)};
      DROP TRIGGER remember_told ON vacancies.vacancies;
      DROP FUNCTION vacancies.remember_told();
      ALTER TABLE vacancies.vacancies DROP COLUMN told;
    `);
  }
}

export const EDITED_OR_TOLD = { ...EDITED_COLUMNS, ...MORE_EDITED_COLUMNS };

const { description, keySkills, ...content } = EDITED_OR_TOLD;
const CONTENT = Object.values(content).flat();
const DETAILS = [...description, ...keySkills];

const told = (row: string, columns: readonly string[]): string =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;

export const REMEMBER = `
        IF NEW.content_hash <> OLD.content_hash THEN
          NEW.told := coalesce(NEW.told, '{}') || ${told('NEW', CONTENT)};
        END IF;
        IF NEW.details_hash IS DISTINCT FROM OLD.details_hash THEN
          NEW.told := coalesce(NEW.told, '{}') || ${told('NEW', DETAILS)};
        END IF;`;
