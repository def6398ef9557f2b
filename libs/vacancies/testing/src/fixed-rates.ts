import type { CurrencyRate, RateTable } from '@job-scope/vacancies-domain';
import type { CurrencyRates } from '@job-scope/vacancies-ports';

/** A rate as it is stored. */
export interface DatedRate extends CurrencyRate {
  readonly currency: string;
}

/** Worth exactly what the test says: one rouble is one hundredth of a dollar, unless told otherwise. */
export class FixedRates implements CurrencyRates {
  constructor(
    private readonly rates: readonly DatedRate[] = [
      { currency: 'RUB', unitsPerRub: 1, date: new Date('2026-01-01') },
      { currency: 'USD', unitsPerRub: 0.01, date: new Date('2026-01-01') },
    ],
  ) {}

  async at(day: Date): Promise<RateTable> {
    const known = this.rates.filter(({ date }) => date <= day);
    const oldestFirst = known.toSorted((a, b) => a.date.getTime() - b.date.getTime());
    return new Map(oldestFirst.map(({ currency, unitsPerRub, date }) => [currency, { unitsPerRub, date }]));
  }
}
