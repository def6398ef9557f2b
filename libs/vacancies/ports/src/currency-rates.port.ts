import { portToken } from '@job-scope/kernel';
import type { RateTable } from '@job-scope/vacancies-domain';

/** What currencies are worth. */
export interface CurrencyRates {
  /** Of every currency the newest rate that is not later than `day`. */
  at(day: Date): Promise<RateTable>;
}

export const CURRENCY_RATES = portToken<CurrencyRates>('vacancies/CurrencyRates');
