import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordVacancyChanges, TOLD_BEFORE } from './1764000012000-record-vacancy-changes';
import { EDITED_COLUMNS, keepEdited } from './1764000056200-edit-vacancies';

/**
 * Superusers change all that they may say of a vacancy when they create one. The digest of the details stays their
 * source's, so that an edited description is in the history although the digest is as it was.
 */
export class EditMoreOfVacancies1764000057100 implements MigrationInterface {
  readonly name = 'EditMoreOfVacancies1764000057100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${keepEdited({ ...EDITED_COLUMNS, ...MORE_EDITED_COLUMNS })};
      ${recordVacancyChanges('before.details_hash IS NOT NULL AND after.details_hash IS NOT NULL')};
      GRANT UPDATE (${GRANTED}) ON vacancies.vacancies TO job_scope_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (${GRANTED}) ON vacancies.vacancies FROM job_scope_gateway;
      ${recordVacancyChanges(TOLD_BEFORE)};
      ${keepEdited(EDITED_COLUMNS)};
    `);
  }
}

/** By field, what is kept of it. */
export const MORE_EDITED_COLUMNS = {
  employer: ['employer_id', 'employer_name', 'employer_url', 'employer_trusted', 'employer_accredited_it'],
  area: ['area_id', 'area_name'],
  address: ['address'],
  experience: ['experience_id', 'experience_name'],
  employment: ['employment_id', 'employment_name'],
  schedule: ['schedule_id', 'schedule_name'],
  workFormats: ['work_formats'],
  professionalRoles: ['professional_roles'],
  archived: ['state'],
  publishedAt: ['published_at'],
  description: ['description_html', 'description_text'],
  keySkills: ['key_skills'],
};

const GRANTED = ['details_hash', ...Object.values(MORE_EDITED_COLUMNS).flat()].join(', ');
