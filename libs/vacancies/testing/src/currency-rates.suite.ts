import type { CurrencyRates } from '@job-scope/vacancies-ports';
import type { DatedRate } from './fixed-rates';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface CurrencyRatesHarness {
  /** Over these rates and no others. */
  over(rates: readonly DatedRate[]): Promise<CurrencyRates>;
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const USD: readonly DatedRate[] = [
  { currency: 'USD', unitsPerRub: 0.016311, date: day('2026-01-02') },
  { currency: 'USD', unitsPerRub: 0.0125, date: day('2026-01-09') },
];

export const currencyRatesCases: readonly SuiteCase<CurrencyRatesHarness>[] = [
  {
    title: 'gives the newest rate that is not later than the day, with its own day',
    check: async (harness) => {
      const rates = await harness.over(USD.toReversed());
      const at = async (text: string) => (await rates.at(new Date(text))).get('USD');
      expect(await at('2026-01-01T23:59:59.999Z')).toBeUndefined();
      expect(await at('2026-01-02T00:00:00Z')).toEqual({ unitsPerRub: 0.016311, date: day('2026-01-02') });
      expect(await at('2026-01-08T23:59:59.999Z')).toMatchObject({ unitsPerRub: 0.016311 });
      expect(await at('2026-01-09T00:00:00Z')).toEqual({ unitsPerRub: 0.0125, date: day('2026-01-09') });
      expect(await at('2027-01-01T00:00:00Z')).toMatchObject({ unitsPerRub: 0.0125 });
    },
  },
  {
    title: 'gives every currency by its own newest day',
    check: async (harness) => {
      const rates = await harness.over([...USD, { currency: 'UZS', unitsPerRub: 177.9, date: day('2025-12-31') }]);
      const table = await rates.at(day('2026-02-01'));
      expect([...table.keys()].sort()).toEqual(['USD', 'UZS']);
      expect(table.get('UZS')).toEqual({ unitsPerRub: 177.9, date: day('2025-12-31') });
    },
  },
  {
    title: 'gives nothing when nothing is known',
    check: async (harness) => expect((await (await harness.over([])).at(day('2026-01-01'))).size).toBe(0),
  },
];

/** What every `CurrencyRates` must do. */
export const describeCurrencyRates = (name: string, open: OpenHarness<CurrencyRatesHarness>): void =>
  describeSuite(`${name}: CurrencyRates`, currencyRatesCases, open);
