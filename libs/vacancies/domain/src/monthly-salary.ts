import { minorUnitsPerMajor, type Salary, type SalaryPeriod } from './salary';

/** What one rouble was worth in a currency on a day. */
export interface CurrencyRate {
  readonly unitsPerRub: number;
  readonly date: Date;
}

/** The rates of one day, by ISO 4217; a currency without a rate is missing. */
export type RateTable = ReadonlyMap<string, CurrencyRate>;

/**
 * A salary as searches and statistics compare it: kopecks before tax in a month. An absent bound stays absent. Only what
 * was offered is a fact; this is a reading of it.
 */
export interface MonthlySalary {
  readonly fromMinor: number | null;
  readonly toMinor: number | null;
  readonly currency: 'RUB';
  /** Whether more than a rate of exchange stands between the offer and these amounts. */
  readonly estimated: boolean;
  /** The day of the rate. */
  readonly ratesOf: Date;
}

/** A month of 40-hour weeks in the Russian production calendar: 1,972 hours in 2025, over twelve. */
export const HOURS_PER_MONTH = 164;
/** Two days on, two days off: the commonest rota of work that is paid by shift. */
export const SHIFTS_PER_MONTH = 15;
/** What income tax of 13 % leaves of a rouble. */
export const NET_SHARE = 0.87;

/** How many payments a month holds; null where no month can be told from the offer: rotations and projects differ. */
const PAYMENTS_PER_MONTH: Readonly<Record<SalaryPeriod, number | null>> = {
  month: 1,
  hour: HOURS_PER_MONTH,
  shift: SHIFTS_PER_MONTH,
  'fly-in-fly-out': null,
  project: null,
};

/**
 * Null if the salary cannot be compared. Net becomes gross in roubles only, as no other country's tax is known; a salary
 * of which nobody said whether it is gross, or that stays net, is taken as it stands. Each of these is an estimate.
 */
export const monthlySalaryOf = (salary: Salary | null, rates: RateTable): MonthlySalary | null => {
  const rate = salary && rates.get(salary.currency);
  const payments = salary && PAYMENTS_PER_MONTH[salary.period];
  if (!salary || !rate || payments === null) return null;
  const { currency, gross, period } = salary;
  const share = gross === false && currency === 'RUB' ? NET_SHARE : 1;
  // One factor for both bounds, so that they stay in order; exactly 1 for what is told as it is compared.
  const factor = (KOPECKS * payments) / (minorUnitsPerMajor(currency) * rate.unitsPerRub * share);
  const convert = (minor: number | null) => (minor === null ? null : Math.round(minor * factor));
  const [fromMinor, toMinor] = [convert(salary.fromMinor), convert(salary.toMinor)];
  if (![fromMinor, toMinor].every((minor) => minor === null || Number.isSafeInteger(minor))) return null;
  const estimated = period !== 'month' || gross !== true;
  return { fromMinor, toMinor, currency: 'RUB', estimated, ratesOf: rate.date };
};

const KOPECKS = 100;
