import type { CancelSignal, Clock } from '@job-scope/kernel';
import { judgeRates } from '@job-scope/vacancies-domain';
import type { CurrencyRateBook, CurrencyRates, RateSource, RefreshClaims } from '@job-scope/vacancies-ports';
import { DAILY } from './refresh-timing';

export interface RatesRefreshed {
  /** Rates that were noted for today. */
  readonly noted: number;
  /** Rates that cannot be true, each with the reason. */
  readonly refused: readonly string[];
  /** Why nothing could be read; null if it could. */
  readonly failure: string | null;
}

/** Notes once a day what currencies are worth. What is nonsense is refused: the rates before it go on to count. */
export class RefreshCurrencyRates {
  constructor(
    private readonly source: RateSource,
    private readonly rates: CurrencyRates,
    private readonly book: CurrencyRateBook,
    private readonly claims: RefreshClaims,
    private readonly clock: Clock,
  ) {}

  /** Undefined if it was not due here. */
  async execute(signal: CancelSignal): Promise<RatesRefreshed | undefined> {
    const task = `rates/${this.source.name}`;
    if (!(await this.claims.claim(task, DAILY))) return undefined;
    const told = await this.source.rates(signal);
    if (!told.ok) return { noted: 0, refused: [], failure: told.error.detail };
    const today = this.clock.now();
    const { plausible, refused } = judgeRates(told.value, await this.rates.at(today));
    const noted = await this.book.note(today, plausible);
    await this.claims.done(task);
    const reasons = refused.map(({ currency, unitsPerRub, reason }) => `${currency} ${unitsPerRub}: ${reason}`);
    return { noted, refused: reasons, failure: null };
  }
}
