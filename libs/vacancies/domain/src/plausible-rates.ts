import type { RateTable } from './monthly-salary';

export interface RefusedRate {
  readonly currency: string;
  readonly unitsPerRub: number;
  readonly reason: string;
}

export interface JudgedRates {
  /** Units of each currency that one rouble buys. */
  readonly plausible: ReadonlyMap<string, number>;
  readonly refused: readonly RefusedRate[];
}

/** No currency becomes ten times cheaper or dearer between two looks: rather was it renamed, or somebody mistook a digit. */
const MAX_FACTOR = 10;
/** For a currency that was not known before: wider than all currencies that there are. */
const MIN_UNITS = 1e-7;
const MAX_UNITS = 1e7;

/**
 * Tells rates that can be true from nonsense, by those that are known: one wrong rate would make wrong salaries of
 * thousands. A table in which a rouble is not a rouble has another base, and none of it can be used.
 */
export const judgeRates = (told: ReadonlyMap<string, number>, known: RateTable): JudgedRates => {
  const isOfRoubles = told.get('RUB') === 1;
  const plausible = new Map<string, number>();
  const refused: RefusedRate[] = [];
  for (const [currency, unitsPerRub] of told) {
    const reason = isOfRoubles
      ? faultOf(currency, unitsPerRub, known.get(currency)?.unitsPerRub)
      : 'the table does not say that one rouble is one rouble';
    if (reason === undefined) plausible.set(currency, unitsPerRub);
    else refused.push({ currency, unitsPerRub, reason });
  }
  return { plausible, refused };
};

const faultOf = (currency: string, units: number, before: number | undefined): string | undefined => {
  if (!/^[A-Z]{3}$/.test(currency)) return 'it has no code of ISO 4217';
  if (!(units >= MIN_UNITS && units <= MAX_UNITS)) return `it is not between ${MIN_UNITS} and ${MAX_UNITS}`;
  if (before === undefined) return undefined;
  const factor = Math.max(units / before, before / units);
  return factor > MAX_FACTOR ? `it was ${before} before, more than ${MAX_FACTOR} times another` : undefined;
};
