import type { CurrencyRateBook, CurrencyRates } from '@job-scope/vacancies-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface CurrencyRateBookHarness {
  readonly book: CurrencyRateBook;
  readonly rates: CurrencyRates;
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
const evening = (day: string) => new Date(`${day}T21:30:00Z`);

export const currencyRateBookCases: readonly SuiteCase<CurrencyRateBookHarness>[] = [
  {
    title: 'notes rates for the day of UTC, exactly, from when they count',
    check: async ({ book, rates }) => {
      const told = new Map([
        ['USD', 0.016311],
        ['UZS', 177.9],
      ]);
      expect(await book.note(evening('2026-03-02'), told)).toBe(2);
      expect(await rates.at(evening('2026-03-01'))).toEqual(new Map());
      const date = midnight('2026-03-02');
      const expected = [...told].map(([currency, unitsPerRub]) => [currency, { unitsPerRub, date }] as const);
      expect(await rates.at(evening('2026-03-02'))).toEqual(new Map(expected));
      expect(await book.note(evening('2026-03-02'), new Map())).toBe(0);
    },
  },
  {
    title: 'lets stand what is noted of a day, and notes what is not',
    check: async ({ book, rates }) => {
      const day = evening('2026-03-02');
      await book.note(day, new Map([['USD', 0.016]]));
      const again = new Map([
        ['EUR', 0.015],
        ['USD', 0.5],
      ]);
      expect(await book.note(midnight('2026-03-02'), again)).toBe(1);
      const table = await rates.at(day);
      expect([table.get('USD')?.unitsPerRub, table.get('EUR')?.unitsPerRub]).toEqual([0.016, 0.015]);
      await book.note(evening('2026-03-03'), again);
      expect((await rates.at(evening('2026-03-03'))).get('USD')?.unitsPerRub).toBe(0.5);
      expect((await rates.at(day)).get('USD')?.unitsPerRub).toBe(0.016);
    },
  },
];

/** What every `CurrencyRateBook` and the `CurrencyRates` beside it must do. */
export const describeCurrencyRateBook = (name: string, open: OpenHarness<CurrencyRateBookHarness>): void =>
  describeSuite(`${name}: CurrencyRateBook`, currencyRateBookCases, open);
