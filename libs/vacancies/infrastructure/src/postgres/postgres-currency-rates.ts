import type { RateTable } from '@job-scope/vacancies-domain';
import type { CurrencyRates } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { dayOf } from '../day';

export class PostgresCurrencyRates implements CurrencyRates {
  constructor(private readonly dataSource: DataSource) {}

  async at(day: Date): Promise<RateTable> {
    const rows = await this.dataSource.query<{ currency: string; date: string; rate: number }[]>(
      `SELECT DISTINCT ON (currency) currency, date::text, units_per_rub::float8 AS rate
       FROM vacancies.currency_rates WHERE date <= $1::date ORDER BY currency, date DESC`,
      [dayOf(day)],
    );
    return new Map(rows.map(({ currency, date, rate }) => [currency, { unitsPerRub: rate, date: new Date(date) }]));
  }
}
