import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepEdited } from './1764000056200-edit-vacancies';
import { EDITED_OR_TOLD, REMEMBER } from './1764000057300-remember-what-was-told';

/** The key of duplicates is kept only where something is edited that it is made of; else it is what the source tells. */
export class GroupByWhatIsNotEdited1764000057400 implements MigrationInterface {
  readonly name = 'GroupByWhatIsNotEdited1764000057400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keepEdited(EDITED_OR_TOLD, REMEMBER, KEPT_KEY));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keepEdited(EDITED_OR_TOLD, REMEMBER));
  }
}

const KEPT_KEY = `
        IF OLD.edited && '{title,employer,area}' THEN
          NEW.duplicate_key := OLD.duplicate_key;
        END IF;`;
