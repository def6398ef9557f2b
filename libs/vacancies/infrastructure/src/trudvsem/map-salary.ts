import { minorUnitsPerMajor, salaryOf, type Salary } from '@job-scope/vacancies-domain';
import { ItemFault, type ItemReader } from '../http-source/item-reader';

/** `«руб.»`, in whatever quotes, with or without its point. */
const ROUBLES = /^[«"“”']*руб\.?[»"“”']*$/i;

/** The portal knows pay by the month only, and does not say whether it is before tax. */
export const mapSalary = (item: ItemReader): Salary | null => {
  const min = amountOf(item, 'salary_min');
  const max = amountOf(item, 'salary_max');
  if (min === null && max === null) return null;
  // Amounts of which nobody knows what they are amounts of are none.
  const label = item.optionalText('currency');
  if (label === null) return null;
  if (!ROUBLES.test(label.trim())) item.fail('currency', 'must be «руб.»');
  const perMajor = minorUnitsPerMajor('RUB');
  const minor = (amount: number | null) => (amount === null ? null : Math.round(amount * perMajor));
  const upper = max === min && isOnlyFrom(item) ? null : max;
  const offer = {
    fromMinor: minor(min),
    toMinor: minor(upper),
    currency: 'RUB',
    gross: null,
    period: 'month',
  } as const;
  const salary = salaryOf(offer);
  if (!salary.ok) throw new ItemFault('salary_min', salary.error.detail);
  return salary.value;
};

/** 0 stands for "not said", as does an absent bound. */
const amountOf = (item: ItemReader, key: string): number | null => item.optionalNumber(key) || null;

/** `от 50000` with two equal bounds: the portal often writes a lower bound alone like that. */
const isOnlyFrom = (item: ItemReader): boolean => {
  const said = item.optionalText('salary') ?? '';
  return /^\s*от\s/i.test(said) && !/\sдо\s/i.test(said);
};
