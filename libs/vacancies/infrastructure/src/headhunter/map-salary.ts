import { minorUnitsPerMajor, salaryOf, type Salary, type SalaryPeriod } from '@job-scope/vacancies-domain';
import { ItemFault, type ItemReader } from '../http-source/item-reader';

/** Names of currencies that left ISO 4217 and that HeadHunter still uses for their successors. */
const ISO_CURRENCY: Readonly<Record<string, string>> = { RUR: 'RUB', BYR: 'BYN' };

/** Dictionary `salary_range_mode`. */
const PERIODS: Readonly<Record<string, SalaryPeriod>> = {
  MONTH: 'month',
  SHIFT: 'shift',
  HOUR: 'hour',
  FLY_IN_FLY_OUT: 'fly-in-fly-out',
  SERVICE: 'project',
};

/** `salary_range` says what one payment covers; `salary`, which older answers have alone, always means a month. */
export const mapSalary = (item: ItemReader): Salary | null => {
  const range = item.optionalObject('salary_range');
  const field = range ?? item.optionalObject('salary');
  if (!field) return null;
  const currency = currencyOf(field);
  const perMajor = minorUnitsPerMajor(currency);
  const fromMinor = amountOf(field, 'from', perMajor);
  const toMinor = amountOf(field, 'to', perMajor);
  if (fromMinor === null && toMinor === null) return null;
  const gross = field.optionalFlag('gross');
  const salary = salaryOf({ fromMinor, toMinor, currency, gross, period: range ? periodOf(range) : 'month' });
  if (!salary.ok) throw new ItemFault(range ? 'salary_range' : 'salary', salary.error.detail);
  return salary.value;
};

const currencyOf = (field: ItemReader): string => isoCurrencyOf(field.text('currency'));

export const isoCurrencyOf = (code: string): string => ISO_CURRENCY[code] ?? code;

/** Zero stands for "not said", as does an absent bound. */
const amountOf = (field: ItemReader, key: string, perMajor: number): number | null => {
  const amount = field.optionalNumber(key);
  return amount ? Math.round(amount * perMajor) : null;
};

const periodOf = (range: ItemReader): SalaryPeriod => {
  const mode = range.optionalObject('mode');
  if (!mode) return 'month';
  return PERIODS[mode.id('id')] ?? mode.fail('id', `must be one of ${Object.keys(PERIODS).join(', ')}`);
};
