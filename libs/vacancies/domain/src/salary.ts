import { err, ok, type Result } from '@job-scope/kernel';

/** What one payment covers. Only `month` may be compared with other monthly salaries. */
export type SalaryPeriod = 'month' | 'hour' | 'shift' | 'fly-in-fly-out' | 'project';

/** An offered salary. Amounts are integer minor units (kopecks, cents); an absent bound is `null`, never zero. */
export interface Salary {
  readonly fromMinor: number | null;
  readonly toMinor: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** Before tax, after tax, or not said. */
  readonly gross: boolean | null;
  readonly period: SalaryPeriod;
}

export type SalaryFailure = { readonly code: 'salary.invalid'; readonly detail: string };

/** A salary with at least one bound, bounds in order, and an ISO currency. */
export const salaryOf = (input: Salary): Result<Salary, SalaryFailure> => {
  const { fromMinor, toMinor, currency } = input;
  const invalid = (detail: string) => err({ code: 'salary.invalid' as const, detail });
  if (fromMinor === null && toMinor === null) return invalid('a salary needs at least one bound');
  for (const bound of [fromMinor, toMinor]) {
    if (bound !== null && (!Number.isSafeInteger(bound) || bound < 0)) return invalid(`${bound} is not an amount`);
  }
  if (fromMinor !== null && toMinor !== null && fromMinor > toMinor)
    return invalid('the lower bound exceeds the upper');
  if (!/^[A-Z]{3}$/.test(currency)) return invalid(`${currency} is not an ISO 4217 code`);
  return ok(input);
};
