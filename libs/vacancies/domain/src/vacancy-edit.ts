import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';
import { minorUnitsPerMajor, salaryOf, type Salary, type SalaryFailure, type SalaryPeriod } from './salary';
import type { Vacancy } from './vacancy';

/** What superusers may change of a vacancy, whatever its source says. */
export const EDITABLE_FIELDS = [
  ...(['title', 'url', 'applyUrl', 'requirement', 'responsibility', 'hasTest', 'salary'] as const),
] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** Only what is to change. */
export type VacancyEdit = Partial<Pick<Vacancy, EditableField>>;

/** An edit as it comes from outside; what is undefined stays. A salary is in major units, as readers see it. */
export type VacancyEditWish = Readonly<Partial<Record<EditableField, unknown>>>;

export interface InvalidVacancy {
  readonly code: 'vacancies.invalid';
  readonly fields: readonly FieldFault[];
}

const PERIODS: readonly unknown[] = [
  'month',
  'hour',
  'shift',
  'fly-in-fly-out',
  'project',
] satisfies readonly SalaryPeriod[];

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max && !/[^\P{Cc}\n\t]/u.test(value);
const isUrl = (value: unknown): boolean => typeof value === 'string' && /^https?:\/\/[^\s\p{Cc}]{1,2000}$/u.test(value);

const TEXT = 'must be null or a text of 1 to 10000 characters';
const RULES: Readonly<
  Record<Exclude<EditableField, 'salary'>, readonly [holds: (value: unknown) => boolean, message: string]>
> = {
  title: [(value) => isText(value, 500) && !/[\n\t]/.test(value), 'must be a line of 1 to 500 characters'],
  url: [isUrl, 'must be an address that begins with http:// or https://'],
  applyUrl: [
    (value) => value === null || isUrl(value),
    'must be null or an address that begins with http:// or https://',
  ],
  requirement: [(value) => value === null || isText(value, 10_000), TEXT],
  responsibility: [(value) => value === null || isText(value, 10_000), TEXT],
  hasTest: [(value) => typeof value === 'boolean', 'must be true or false'],
};

/** All faults at once, each with its field. */
export const parseVacancyEdit = (wish: VacancyEditWish): Result<VacancyEdit, InvalidVacancy> => {
  const { salary, ...rest } = wish;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const faults: FieldFault[] = given.flatMap(([field, value]) => {
    const [holds, message] = RULES[field as keyof typeof RULES];
    return holds(value) ? [] : [{ pointer: `/${field}`, message }];
  });
  const parsed = salary === undefined || salary === null ? ok(salary) : parseSalary(salary);
  if (!parsed.ok) faults.push({ pointer: '/salary', message: parsed.error.detail });
  if (faults.length > 0 || !parsed.ok) return err({ code: 'vacancies.invalid', fields: faults });
  return ok({
    ...(Object.fromEntries(given) as VacancyEdit),
    ...(parsed.value !== undefined && { salary: parsed.value }),
  });
};

const noSalary = (detail: string) => err({ code: 'salary.invalid', detail } as const);

const parseSalary = (wish: unknown): Result<Salary, SalaryFailure> => {
  if (typeof wish !== 'object' || wish === null) return noSalary('must be null or a salary');
  const { from = null, to = null, currency, gross = null, period = 'month' } = wish as Record<string, unknown>;
  if (typeof currency !== 'string') return noSalary('its currency must be three capital letters');
  if (gross !== null && typeof gross !== 'boolean') return noSalary('its gross must be null, true or false');
  if (!PERIODS.includes(period)) return noSalary(`its period must be one of ${PERIODS.join(', ')}`);
  const minorOf = (major: unknown) =>
    major === null ? null : typeof major === 'number' ? Math.round(major * minorUnitsPerMajor(currency)) : NaN;
  const bounds = { fromMinor: minorOf(from), toMinor: minorOf(to) };
  const salary = salaryOf({ ...bounds, currency, gross, period: period as SalaryPeriod });
  return salary.ok ? salary : noSalary(`is none: ${salary.error.detail}`);
};
