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

/** ISO 4217 list one: the currencies whose minor unit is not a hundredth. */
const OTHER_DIGITS: Readonly<Record<string, number>> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0 },
  ...{ XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3 },
};

/** How many minor units make one major unit: 100 kopecks are one rouble, a yen has no smaller part. */
export const minorUnitsPerMajor = (currency: string): number => 10 ** (OTHER_DIGITS[currency] ?? 2);
