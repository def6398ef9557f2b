import { dictionaryIds, type DictionaryName } from '../../directories/dictionaries';
import { rolePosition } from '../../directories/professional-roles';
import { NO_EMPLOYER, NONE, PART_TIME_OPTIONS, type ColumnValues } from '../columns';
import type { Employer } from '../employer-directory';
import { salaryBounds } from '../salary-bounds';
import type { Draft } from './draft';

const CODES = new Map<DictionaryName, Map<string, number>>(
  (['experience', 'employment', 'employment_form', 'schedule', 'work_format'] as const).map((name) => [
    name,
    new Map(dictionaryIds(name).map((id, code) => [id, code])),
  ]),
);
const code = (name: DictionaryName, id: string) => CODES.get(name)?.get(id) ?? NONE;
const bit = (list: readonly string[], id: string) => 1 << list.indexOf(id);

const LABELS = dictionaryIds('vacancy_label');
const LABEL = {
  with_address: bit(LABELS, 'with_address'),
  accept_handicapped: bit(LABELS, 'accept_handicapped'),
  not_from_agency: bit(LABELS, 'not_from_agency'),
  accept_kids: bit(LABELS, 'accept_kids'),
  accredited_it: bit(LABELS, 'accredited_it'),
  low_performance: bit(LABELS, 'low_performance'),
  internship: bit(LABELS, 'internship'),
};
const PART = bit(PART_TIME_OPTIONS, 'part');
const PROJECT = bit(PART_TIME_OPTIONS, 'project');
const LOW_PERFORMANCE_BELOW = 10;

/** Reduces a draft to what searches filter by. */
export function factsOf(draft: Draft, employer: Employer, publishedAt: number): ColumnValues {
  const { conditions, salary } = draft;
  const [role, secondRole] = draft.roles;
  return {
    publishedAt,
    area: draft.city.area,
    employer: draft.anonymous ? NO_EMPLOYER : draft.employer,
    role: rolePosition(role as string) as number,
    secondRole: secondRole === undefined ? NONE : (rolePosition(secondRole) as number),
    experience: code('experience', draft.experience),
    employment: code('employment', conditions.employment),
    employmentForm: code('employment_form', conditions.employmentForm),
    schedule: code('schedule', conditions.schedule),
    workFormat: code('work_format', conditions.workFormat),
    labels: labelsOf(draft, employer),
    partTime: conditions.partTime | employmentBits(conditions.employment),
    ...salaryBounds(salary),
  };
}

function employmentBits(employment: string): number {
  if (employment === 'part') return PART;
  return employment === 'project' ? PROJECT : 0;
}

function labelsOf(draft: Draft, employer: Employer): number {
  return (
    (draft.withAddress ? LABEL.with_address : 0) |
    (draft.acceptHandicapped ? LABEL.accept_handicapped : 0) |
    (employer.type !== 'agency' ? LABEL.not_from_agency : 0) |
    (draft.acceptKids ? LABEL.accept_kids : 0) |
    (employer.accredited && !draft.anonymous ? LABEL.accredited_it : 0) |
    (draft.responses < LOW_PERFORMANCE_BELOW ? LABEL.low_performance : 0) |
    (draft.internship ? LABEL.internship : 0)
  );
}
