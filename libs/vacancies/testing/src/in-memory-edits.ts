import { editableContentOf, editedVacancy, type EditableField, type VacancyState } from '@job-scope/vacancies-domain';
import type { StoredVacancyRow } from './stored-state';

/** What keys of duplicates are made of. */
const GROUPING: readonly EditableField[] = ['title', 'employer', 'area'];

/** What its source tells by now, which is remembered, but for what no source changes any more. */
export const keepingEdited = (row: StoredVacancyRow, now: StoredVacancyRow): StoredVacancyRow => {
  if (row.edited.length === 0) return now;
  const { description, keySkills, ...content } = editableContentOf(now);
  const told = {
    ...(row.told ?? editableContentOf(row)),
    ...(now.contentHash !== row.contentHash && content),
    ...(now.detailsHash !== row.detailsHash && { description, keySkills }),
  };
  const own = editableContentOf(row);
  const kept = Object.fromEntries(row.edited.map((field) => [field, own[field]]));
  const { archived: _archived, ...edited } = editedVacancy(now, kept);
  const concluded = {
    ...(row.edited.includes('salary') && { monthlySalary: row.monthlySalary }),
    ...(row.edited.some((field) => GROUPING.includes(field)) && { duplicateKey: row.duplicateKey }),
  };
  const state = row.edited.includes('archived') ? row.state : now.state;
  return { ...now, ...edited, state, told, ...concluded };
};

/** What superusers have closed or opened stays so, whatever a source says. */
export const isStateKept = (row: StoredVacancyRow, state: VacancyState): boolean =>
  row.state === state || row.edited.includes('archived');
