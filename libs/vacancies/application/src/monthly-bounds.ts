import type { Clock } from '@job-scope/kernel';
import { minorUnitsPerMajor, monthlySalaryOf, type RateTable } from '@job-scope/vacancies-domain';
import type { CurrencyRates, VacancyFilters } from '@job-scope/vacancies-ports';
import type { Fault } from './search-faults';
import type { SearchFiltersInput } from './search-vacancies.input';

const BASE_CURRENCY = 'RUB';

/** Roubles are what salaries are compared in: most searches need no rates. */
export const ratesFor = async (
  { salaryCurrency = BASE_CURRENCY }: SearchFiltersInput,
  rates: CurrencyRates,
  clock: Clock,
): Promise<RateTable> => {
  const now = clock.now();
  return salaryCurrency === BASE_CURRENCY ? new Map([[BASE_CURRENCY, { unitsPerRub: 1, date: now }]]) : rates.at(now);
};

/** Bounds in any currency as salaries are compared: kopecks in a month, read as an offer of that much before tax. */
export const monthlyBoundsOf = (
  input: SearchFiltersInput,
  rates: RateTable,
  fault: Fault,
): VacancyFilters['salary'] => {
  const { salaryFrom, salaryTo, salaryCurrency: currency = BASE_CURRENCY } = input;
  if (!rates.has(currency))
    return void fault('salaryCurrency', `has no rate; known are ${[...rates.keys()].join(', ')}`);
  if (salaryFrom === undefined && salaryTo === undefined) return undefined;
  if (salaryFrom !== undefined && salaryTo !== undefined && salaryFrom > salaryTo) {
    fault('salaryTo', 'must not be less than salaryFrom');
  }
  const minorOf = (major: number | undefined) =>
    major === undefined ? null : Math.round(major * minorUnitsPerMajor(currency));
  const bounds = { fromMinor: minorOf(salaryFrom), toMinor: minorOf(salaryTo) };
  const monthly = monthlySalaryOf({ ...bounds, currency, gross: true, period: 'month' }, rates);
  if (!monthly) return void fault(salaryTo === undefined ? 'salaryFrom' : 'salaryTo', 'is more than can be compared');
  return { fromMinor: monthly.fromMinor, toMinor: monthly.toMinor };
};
