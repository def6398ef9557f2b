import { describeSourceRequestBudget } from '@job-scope/vacancies-testing';
import { PostgresSourceBlocks } from './postgres-source-blocks';
import { PostgresSourceRequestBudget } from './postgres-source-request-budget';
import { testStore } from './postgres-store.fixture';

const store = testStore();

describeSourceRequestBudget('PostgresSourceRequestBudget', async () => {
  await store.clear();
  return {
    replica: (limits) => new PostgresSourceRequestBudget(store.dataSource, limits),
    blocks: new PostgresSourceBlocks(store.dataSource),
    elapse: (ms) =>
      store.dataSource.query(
        `UPDATE vacancies.source_budgets
         SET filled_at = filled_at - $1 * interval '1 millisecond',
             blocked_until = blocked_until - $1 * interval '1 millisecond'`,
        [ms],
      ),
  };
});
