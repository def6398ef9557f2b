import { minorUnitsPerMajor, salaryOf, type Salary, type SalaryPeriod } from '@job-scope/vacancies-domain';
import { ItemFault, type ItemReader } from '../http-source/item-reader';
import { rangesInContent } from './pay-in-content';

/** Amounts are hundredths of the currency, whatever its smallest part is. */
export interface PayRange {
  readonly minCents: number | null;
  readonly maxCents: number | null;
  readonly currency: string;
  /** Only this tells what is paid for. */
  readonly title: string;
}

const MONTHS = 12;

/**
 * What a job pays in all its zones: from the lowest to the highest amount. Boards show it within the description;
 * `pay_input_ranges` has it as data where the answer has that. Whether it is before tax is not said.
 */
export const mapSalary = (item: ItemReader, html: string): Salary | null => {
  const listed = item.objects('pay_input_ranges').map(toRange);
  const ranges = listed.length > 0 ? listed : rangesInContent(html);
  const [first] = ranges;
  if (!first) return null;
  const unit = unitOf(first);
  // Amounts of another currency, or for something else, cannot be put together with these.
  const alike = ranges.filter((range) => range.currency === first.currency && unitOf(range).period === unit.period);
  const minor = (cents: number) => Math.round((cents * minorUnitsPerMajor(first.currency)) / 100 / unit.parts);
  const bound = (cents: readonly (number | null)[], pick: (...amounts: number[]) => number) => {
    const known = cents.filter((amount) => amount !== null && amount > 0) as readonly number[];
    return known.length === 0 ? null : minor(pick(...known));
  };
  const fromMinor = bound(
    alike.map(({ minCents }) => minCents),
    Math.min,
  );
  const toMinor = bound(
    alike.map(({ maxCents }) => maxCents),
    Math.max,
  );
  if (fromMinor === null && toMinor === null) return null;
  const salary = salaryOf({ fromMinor, toMinor, currency: first.currency, gross: null, period: unit.period });
  if (!salary.ok) throw new ItemFault('pay_input_ranges', salary.error.detail);
  return salary.value;
};

const toRange = (node: ItemReader): PayRange => ({
  minCents: node.optionalNumber('min_cents'),
  maxCents: node.optionalNumber('max_cents'),
  currency: node.text('currency_type'),
  title: node.optionalText('title') ?? '',
});

/** Pay is told for a year unless the title says otherwise; searches know months, so that a year is twelve of them. */
const unitOf = ({ title }: PayRange): { readonly period: SalaryPeriod; readonly parts: number } => {
  if (/\bhour/i.test(title)) return { period: 'hour', parts: 1 };
  if (/\bmonth/i.test(title)) return { period: 'month', parts: 1 };
  return { period: 'month', parts: MONTHS };
};
