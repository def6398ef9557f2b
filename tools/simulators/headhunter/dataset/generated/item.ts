import { Draw, formatMoscow, type JsonObject } from '@job-scope/simulator-shared';
import { dictionaryEntry } from '../../directories/dictionaries';
import type { Locale } from '../../directories/locale';
import { acceptsIncompleteResumes, rolePosition, roleReference } from '../../directories/professional-roles';
import { PART_TIME_OPTIONS } from '../columns';
import type { EmployerDirectory } from '../employer-directory';
import type { Address, Face, View } from '../vacancy-source';
import type { Draft } from './draft';
import type { Salary } from './salary';

const RESPONSIBILITY_MISSING = 0.05;

/** The places and people of a vacancy, as they are shown. */
export interface Setting {
  area: JsonObject;
  address: Address | null;
  employers: EmployerDirectory;
}

/** The fields that an item of a search and a full vacancy share. */
export function commonFields(draft: Draft, title: string, setting: Setting, face: Face, view: View): JsonObject {
  const { dice, conditions } = draft;
  const { area, address, employers } = setting;
  const { locale, host } = view;
  const entry = dictionaryEntry;
  const published = formatMoscow(face.publishedAt);
  const roles = draft.roles.map((id) => rolePosition(id) as number);
  return {
    id: face.id,
    premium: dice.chance(Draw.Premium, 0.01),
    name: title,
    department: departmentOf(draft, employers),
    has_test: dice.chance(Draw.Test, 0.05),
    response_letter_required: dice.chance(Draw.Letter, 0.03),
    area,
    salary: salaryOf(draft.salary),
    salary_range: salaryRangeOf(draft.salary, locale),
    type: entry('vacancy_type', draft.anonymous ? 'anonymous' : 'open', locale),
    address,
    response_url: null,
    sort_point_distance: null,
    published_at: published,
    created_at: published,
    archived: face.archived,
    apply_alternate_url: `https://${host}/applicant/vacancy_response?vacancyId=${face.id}`,
    show_logo_in_search: null,
    insider_interview: null,
    url: `https://api.hh.ru/vacancies/${face.id}?host=${host}`,
    alternate_url: `https://${host}/vacancy/${face.id}`,
    relations: [],
    employer: employerOf(draft, employers, view),
    contacts: null,
    schedule: entry('schedule', conditions.schedule, locale),
    ...partTimeFields(conditions.partTime, locale),
    fly_in_fly_out_duration: conditions.rotation ? [entry('fly_in_fly_out_duration', 'DAYS_30', locale)] : [],
    work_format: [entry('work_format', conditions.workFormat, locale)],
    working_hours: [entry('working_hours', conditions.workingHours, locale)],
    work_schedule_by_days: [entry('work_schedule_by_days', conditions.workScheduleByDays, locale)],
    night_shifts: conditions.nightShifts,
    professional_roles: roles.map((role) => roleReference(role, locale)),
    accept_incomplete_resumes: roles.every(acceptsIncompleteResumes),
    experience: entry('experience', draft.experience, locale),
    employment: entry('employment', conditions.employment, locale),
    employment_form: entry('employment_form', conditions.employmentForm, locale),
    internship: draft.internship,
  };
}

/** What only an item of a search has. */
export function searchFields(draft: Draft, requirements: string[], duties: string[], view: View): JsonObject {
  const highlight = view.highlight ?? ((text: string) => text);
  const silent = draft.dice.chance(Draw.ResponsibilityMissing, RESPONSIBILITY_MISSING);
  return {
    snippet: {
      requirement: highlight(sentences(requirements)),
      responsibility: silent ? null : highlight(sentences(duties)),
    },
    adv_response_url: null,
    is_adv_vacancy: false,
    adv_context: null,
    ...(view.counters && { counters: { responses: draft.responses, total_responses: draft.responses } }),
  };
}

/** A snippet is the beginning of the text and breaks off. */
function sentences(phrases: string[]): string {
  return `${phrases.slice(0, 3).join('. ')}...`;
}

function departmentOf({ dice, employer, anonymous }: Draft, employers: EmployerDirectory): JsonObject | null {
  if (anonymous || !dice.chance(Draw.Department, 0.11)) return null;
  const { id, name } = employers.at(employer);
  return { id: `${id}-${id}-main`, name: `${name}. Центральный офис` };
}

function employerOf(draft: Draft, employers: EmployerDirectory, { locale, host }: View): JsonObject {
  if (!draft.anonymous) return employers.reference(draft.employer, host);
  return { name: locale === 'EN' ? 'Anonymous employer' : 'Крупная компания', trusted: true };
}

function salaryOf(salary: Salary | null): JsonObject | null {
  return salary && { from: salary.from, to: salary.to, currency: salary.currency, gross: salary.gross };
}

/** Items with an unknown gross are of the older shape and have no range: the document requires gross to be known there. */
function salaryRangeOf(salary: Salary | null, locale: Locale): JsonObject | null {
  if (!salary || salary.gross === null) return null;
  return {
    ...salaryOf(salary),
    mode: dictionaryEntry('salary_range_mode', salary.mode, locale),
    frequency: salary.frequency && dictionaryEntry('salary_range_frequency', salary.frequency, locale),
  };
}

function partTimeFields(bits: number, locale: Locale): JsonObject {
  const given = (option: (typeof PART_TIME_OPTIONS)[number]) => (bits & (1 << PART_TIME_OPTIONS.indexOf(option))) !== 0;
  const list = (
    name: 'working_days' | 'working_time_intervals' | 'working_time_modes',
    option: (typeof PART_TIME_OPTIONS)[number],
  ) => (given(option) ? [dictionaryEntry(name, option, locale)] : []);
  return {
    working_days: list('working_days', 'only_saturday_and_sunday'),
    working_time_intervals: list('working_time_intervals', 'from_four_to_six_hours_in_a_day'),
    working_time_modes: list('working_time_modes', 'start_after_sixteen'),
    accept_temporary: given('accept_temporary'),
  };
}
