import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';
import { OWN } from './source';
import type { Vacancy, VacancySnapshot } from './vacancy';
import { FIELDS, type EditableContent } from './vacancy-fields';
import type { Description, VacancyDetails } from './vacancy-parts';

/** What superusers may say of a vacancy, whatever its source says. */
export type EditableField = keyof EditableContent;
export const EDITABLE_FIELDS = Object.keys(FIELDS) as readonly EditableField[];

export const isEditableField = (value: string): value is EditableField =>
  (EDITABLE_FIELDS as readonly string[]).includes(value);

/** Only what is to change. */
export type VacancyEdit = Partial<EditableContent>;

/** An edit as it comes from outside; what is undefined stays. A salary is in major units, as readers see it. */
export type VacancyEditWish = Readonly<Partial<Record<EditableField, unknown>>>;

export interface InvalidVacancy {
  readonly code: 'vacancies.invalid';
  readonly fields: readonly FieldFault[];
}

/** Makes a text with markup safe to render; null if no text is left. */
export type Describe = (html: string) => Description | null;

/** All faults at once, each with its field. */
export const parseVacancyEdit = (wish: VacancyEditWish, describe: Describe): Result<VacancyEdit, InvalidVacancy> => {
  const given = EDITABLE_FIELDS.filter((field) => wish[field] !== undefined);
  const read = given.map((field) => ({ field, result: FIELDS[field](wish[field], describe) }));
  const faults = read.flatMap(({ field, result }) =>
    result.ok ? [] : [{ pointer: `/${field}`, message: result.error.detail }],
  );
  if (faults.length > 0) return err({ code: 'vacancies.invalid', fields: faults });
  return ok(Object.fromEntries(read.map(({ field, result }) => [field, result.ok && result.value])) as VacancyEdit);
};

/** A vacancy needs a title, and a page to send its readers to. */
export const parseNewVacancy = (wish: VacancyEditWish, describe: Describe): Result<VacancyEdit, InvalidVacancy> =>
  parseVacancyEdit({ ...wish, title: wish.title ?? null, url: wish.url ?? null }, describe);

/** What superusers may say of it, as it is. */
export const editableContentOf = ({ details, ...vacancy }: VacancySnapshot | Vacancy): EditableContent => {
  const archived = isArchived(vacancy);
  const all = { ...vacancy, archived, description: details?.description ?? null, keySkills: details?.keySkills ?? [] };
  return Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, all[field]])) as unknown as EditableContent;
};

/** The vacancy with what the edit says in place of what it says itself; one that is gone is closed already. */
export const editedVacancy = (vacancy: VacancySnapshot | Vacancy, edit: VacancyEdit): VacancySnapshot => {
  const { description, keySkills, ...rest } = edit;
  const told: Partial<VacancyDetails> = {
    ...(description !== undefined && { description }),
    ...(keySkills !== undefined && { keySkills }),
  };
  const details = Object.keys(told).length > 0 ? { ...(vacancy.details ?? NO_DETAILS), ...told } : vacancy.details;
  return { ...vacancy, archived: isArchived(vacancy), ...rest, details };
};

const isArchived = (vacancy: Pick<VacancySnapshot, 'archived'> | Pick<Vacancy, 'state'>): boolean =>
  'archived' in vacancy ? vacancy.archived : vacancy.state !== 'active';

const NO_DETAILS: VacancyDetails = { description: null, keySkills: [], createdAt: null };

/** A vacancy that comes from no source: it is its own, and is published when it is created. */
export const ownVacancy = (id: string, edit: VacancyEdit, at: Date): VacancySnapshot =>
  editedVacancy(
    { ...BLANK, source: OWN, sourceId: id, publishedAt: at, details: { ...NO_DETAILS, createdAt: at } },
    edit,
  );

const BLANK = {
  ...{ title: '', url: '', applyUrl: null, employer: null, area: null, address: null, salary: null, type: null },
  ...{ experience: null, employment: null, schedule: null, workFormats: [], professionalRoles: [] },
  ...{ requirement: null, responsibility: null, hasTest: false, responseLetterRequired: false },
  ...{ acceptsIncompleteResumes: false, archived: false, raw: null },
};
