import { toRubles, type CurrencyCode } from '../directories/dictionaries';

/** Both bounds in whole rubles: the two open shapes repeat their only bound; without salary both are 0. */
export function salaryBounds(salary: { from: number | null; to: number | null; currency: CurrencyCode } | null): {
  salaryLow: number;
  salaryHigh: number;
} {
  const low = salary?.from ?? salary?.to;
  const high = salary?.to ?? salary?.from;
  if (!salary || low == null || high == null) return { salaryLow: 0, salaryHigh: 0 };
  const rubles = (amount: number) => Math.max(1, Math.round(toRubles(amount, salary.currency)));
  return { salaryLow: rubles(low), salaryHigh: rubles(high) };
}
