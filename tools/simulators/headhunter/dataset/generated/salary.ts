import { Draw, monthlyPay, niceAmount, Weighted, type Dice, type Outline } from '@job-scope/simulator-shared';
import { fromRubles, type CurrencyCode } from '../../directories/dictionaries';
import type { City } from './cities';

/** Shapes as measured on real items: 54 % give none; of the rest, 53 % name one bound, and 2 % leave gross unknown. */
const SHOWN = 0.46;
const SHAPES = Weighted.of({ from: 43, to: 10, both: 47 });
const GROSS = Weighted.of({ net: 60, gross: 38, unknown: 2 });
const FREQUENCIES = Weighted.of({ none: 30, TWICE_PER_MONTH: 45, MONTHLY: 15, WEEKLY: 7, DAILY: 3 });

/** Currencies by country id. */
const CURRENCIES: Record<string, Weighted<CurrencyCode>> = {
  '113': Weighted.of({ RUR: 978, USD: 6, EUR: 16 }),
  '40': Weighted.of({ KZT: 95, USD: 2, RUR: 3 }),
  '16': Weighted.of({ BYR: 80, USD: 15, RUR: 5 }),
  '97': Weighted.of({ UZS: 85, USD: 12, RUR: 3 }),
  '9': Weighted.of({ AZN: 80, USD: 20 }),
  '28': Weighted.of({ GEL: 60, USD: 40 }),
  '48': Weighted.of({ KGS: 80, USD: 20 }),
  '1001': Weighted.of({ EUR: 50, USD: 35, RUR: 15 }),
};

/** A month is about this many units of another pay mode. */
const UNITS_PER_MONTH: Record<string, number> = { HOUR: 168, SHIFT: 15, SERVICE: 60, FLY_IN_FLY_OUT: 0.6 };

export interface Salary {
  from: number | null;
  to: number | null;
  currency: CurrencyCode;
  /** Null in items of the older shape, which have no salary_range either. */
  gross: boolean | null;
  mode: string;
  frequency: string | null;
}

export function inventSalary(outline: Outline, city: City, rotation: boolean): Salary | null {
  const { dice } = outline;
  if (!dice.chance(Draw.SalaryShown, SHOWN)) return null;
  const mode = payMode(outline, rotation);
  const currency = currencyOf(dice, city.country);
  const monthly = monthlyPay(outline, city.payLevel);
  const low = niceAmount(fromRubles(monthly / (UNITS_PER_MONTH[mode] ?? 1), currency));
  const high = niceAmount(low * (1.1 + dice.unit(Draw.SalaryWidth) * 0.7));
  const shape = SHAPES.at(dice.unit(Draw.SalaryShape));
  const gross = GROSS.at(dice.unit(Draw.Gross));
  const frequency = FREQUENCIES.at(dice.unit(Draw.Frequency));
  return {
    from: shape === 'to' ? null : low,
    to: shape === 'from' ? null : high,
    currency,
    gross: gross === 'unknown' ? null : gross === 'gross',
    mode,
    frequency: frequency === 'none' ? null : frequency,
  };
}

function currencyOf(dice: Dice, country: string): CurrencyCode {
  return (CURRENCIES[country] as Weighted<CurrencyCode>).at(dice.unit(Draw.Currency));
}

function payMode({ dice, profile }: Outline, rotation: boolean): string {
  if (rotation) return dice.chance(Draw.PayMode, 0.5) ? 'FLY_IN_FLY_OUT' : 'MONTH';
  return profile.pay && dice.chance(Draw.PayMode, 0.25) ? profile.pay : 'MONTH';
}
