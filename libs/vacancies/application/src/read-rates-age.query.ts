import type { Clock } from '@job-scope/kernel';
import type { CurrencyRates } from '@job-scope/vacancies-ports';

const ROUBLE = 'RUB';

/** How old the rates of exchange are by which salaries are compared. */
export class ReadRatesAge {
  constructor(
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
  ) {}

  /** Seconds since the day of each currency's newest rate began. The rouble, which is always worth one, is left out. */
  async execute(): Promise<ReadonlyMap<string, number>> {
    const now = this.clock.now();
    const table = await this.rates.at(now);
    const ages = [...table].map(
      ([currency, { date }]) => [currency, (now.getTime() - date.getTime()) / 1_000] as const,
    );
    return new Map(ages.filter(([currency]) => currency !== ROUBLE));
  }
}
