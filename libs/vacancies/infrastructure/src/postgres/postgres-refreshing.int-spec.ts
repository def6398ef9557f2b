import { describeCurrencyRateBook, describeRefreshClaims } from '@job-scope/vacancies-testing';
import { PostgresCurrencyRateBook } from './postgres-currency-rate-book';
import { PostgresCurrencyRates } from './postgres-currency-rates';
import { PostgresRefreshClaims } from './postgres-refresh-claims';
import { testStore } from './postgres-store.fixture';

const store = testStore();

describeRefreshClaims('PostgresRefreshClaims', async () => {
  await store.clear();
  return { claims: new PostgresRefreshClaims(store.dataSource) };
});

describeCurrencyRateBook('PostgresCurrencyRateBook', async () => {
  await store.dataSource.query('TRUNCATE vacancies.currency_rates');
  return {
    book: new PostgresCurrencyRateBook(store.dataSource),
    rates: new PostgresCurrencyRates(store.dataSource),
  };
});
