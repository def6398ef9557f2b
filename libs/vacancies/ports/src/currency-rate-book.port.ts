import { portToken } from '@job-scope/kernel';

/** Keeps what currencies are worth, day by day. */
export interface CurrencyRateBook {
  /** Notes how much of each currency one rouble buys on that day. What is noted of a day stays. Returns how many were new. */
  note(day: Date, unitsPerRub: ReadonlyMap<string, number>): Promise<number>;
}

export const CURRENCY_RATE_BOOK = portToken<CurrencyRateBook>('vacancies/CurrencyRateBook');
