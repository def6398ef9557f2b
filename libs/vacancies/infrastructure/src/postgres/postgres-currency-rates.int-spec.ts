import { describeCurrencyRates } from '@job-scope/vacancies-testing';
import { PostgresCurrencyRates } from './postgres-currency-rates';
import { testStore } from './postgres-store.fixture';

const store = testStore();

describe('a new database', () => {
  it('knows the rates of the documents of HeadHunter, under the codes of ISO 4217 and by their day', async () => {
    const table = await new PostgresCurrencyRates(store.dataSource).at(new Date('2026-01-01'));
    const codes = ['AZN', 'BYN', 'EUR', 'GEL', 'KGS', 'KZT', 'RUB', 'UAH', 'USD', 'UZS'];
    expect([...table.keys()].sort()).toEqual(codes);
    expect(table.get('RUB')?.unitsPerRub).toBe(1);
    expect(table.get('USD')).toEqual({ unitsPerRub: 0.016311, date: new Date('2025-07-01T00:00:00Z') });
  });
});

describeCurrencyRates('PostgresCurrencyRates', async () => ({
  over: async (rates) => {
    await store.dataSource.query('TRUNCATE vacancies.currency_rates');
    for (const { currency, unitsPerRub, date } of rates) {
      const row = [currency, date.toISOString().slice(0, 10), unitsPerRub];
      await store.dataSource.query('INSERT INTO vacancies.currency_rates VALUES ($1, $2, $3)', row);
    }
    return new PostgresCurrencyRates(store.dataSource);
  },
}));
