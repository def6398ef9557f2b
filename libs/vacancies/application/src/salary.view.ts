import { minorUnitsPerMajor, type MonthlySalary, type Salary } from '@job-scope/vacancies-domain';

/** Amounts are decimal numbers in major units (roubles, euros), exact up to 15 digits; an absent bound is null. */
export interface SalaryView {
  readonly from: number | null;
  readonly to: number | null;
  readonly currency: string;
  readonly gross: boolean | null;
  readonly period: 'month' | 'hour' | 'shift' | 'fly-in-fly-out' | 'project';
}

/** A salary as it is compared with others: in roubles before tax in a month. */
export interface MonthlySalaryView {
  readonly from: number | null;
  readonly to: number | null;
  readonly currency: 'RUB';
  readonly estimated: boolean;
  /** ISO 8601, the day of the rate of exchange. */
  readonly ratesOf: string;
}

export const toSalaryView = ({ fromMinor, toMinor, currency, gross, period }: Salary): SalaryView => {
  const bounds = { from: majorOf(fromMinor, currency), to: majorOf(toMinor, currency) };
  return { ...bounds, currency, gross, period };
};

export const toMonthlySalaryView = (salary: MonthlySalary): MonthlySalaryView => {
  const { fromMinor, toMinor, currency, estimated, ratesOf } = salary;
  const bounds = { from: majorOf(fromMinor, currency), to: majorOf(toMinor, currency) };
  return { ...bounds, currency, estimated, ratesOf: ratesOf.toISOString().slice(0, 10) };
};

/** A division rounds correctly, so the shortest text of the quotient is the decimal amount itself, up to 15 digits. */
const majorOf = (minor: number | null, currency: string): number | null =>
  minor === null ? null : minor / minorUnitsPerMajor(currency);
