import type { CurrencyRateBook } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { dayOf } from '../day';

export class PostgresCurrencyRateBook implements CurrencyRateBook {
  constructor(private readonly dataSource: DataSource) {}

  async note(day: Date, unitsPerRub: ReadonlyMap<string, number>): Promise<number> {
    const [row] = await this.dataSource.query<{ noted: number }[]>(NOTE, [
      dayOf(day),
      [...unitsPerRub.keys()],
      // As they are written: a binary fraction would bring digits that nobody has told.
      [...unitsPerRub.values()].map(String),
    ]);
    return row?.noted ?? 0;
  }
}

const NOTE = `
  WITH noted AS (
    INSERT INTO vacancies.currency_rates (currency, date, units_per_rub)
    SELECT currency, $1::date, units FROM unnest($2::text[], $3::numeric[]) AS told (currency, units)
    ORDER BY currency
    ON CONFLICT (currency, date) DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int AS noted FROM noted`;
