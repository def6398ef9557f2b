import type { RateTable } from '@job-scope/vacancies-domain';
import type { CurrencyRateBook, CurrencyRates } from '@job-scope/vacancies-ports';
import { FixedRates, type DatedRate } from './fixed-rates';

export class InMemoryCurrencyRateBook implements CurrencyRates, CurrencyRateBook {
  constructor(private rates: readonly DatedRate[] = []) {}

  at(day: Date): Promise<RateTable> {
    return new FixedRates(this.rates).at(day);
  }

  async note(day: Date, unitsPerRub: ReadonlyMap<string, number>): Promise<number> {
    const date = new Date(`${day.toISOString().slice(0, 10)}T00:00:00Z`);
    const isNoted = (currency: string) =>
      this.rates.some((rate) => rate.currency === currency && rate.date.getTime() === date.getTime());
    const added = [...unitsPerRub].flatMap(([currency, units]) =>
      isNoted(currency) ? [] : [{ currency, unitsPerRub: units, date }],
    );
    this.rates = [...this.rates, ...added];
    return added.length;
  }
}
