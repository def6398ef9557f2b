import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a rouble is worth, by the day. The first rates are those of HeadHunter's API documents in the middle of 2025
 * (dictionary `currency`, under their ISO codes): old, but dated, so that nobody takes them for today's.
 */
export class CreateCurrencyRates1764000011000 implements MigrationInterface {
  readonly name = 'CreateCurrencyRates1764000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancies.currency_rates (
        currency      char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        date          date NOT NULL,
        units_per_rub numeric NOT NULL CHECK (units_per_rub > 0),
        PRIMARY KEY (currency, date)
      );
      COMMENT ON COLUMN vacancies.currency_rates.units_per_rub IS 'how much of the currency one rouble buys';
      GRANT SELECT ON vacancies.currency_rates TO job_scope_worker;

      INSERT INTO vacancies.currency_rates (currency, date, units_per_rub) VALUES
        ('RUB', '2025-07-01', 1),
        ('AZN', '2025-07-01', 0.027728),
        ('BYN', '2025-07-01', 0.042685),
        ('EUR', '2025-07-01', 0.015982),
        ('GEL', '2025-07-01', 0.0344),
        ('KGS', '2025-07-01', 1.356611),
        ('KZT', '2025-07-01', 7.809145),
        ('UAH', '2025-07-01', 0.596833),
        ('USD', '2025-07-01', 0.016311),
        ('UZS', '2025-07-01', 177.9);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies.currency_rates');
  }
}
