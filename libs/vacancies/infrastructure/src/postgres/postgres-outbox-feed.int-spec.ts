import { describeOutboxFeed } from '@job-scope/vacancies-testing';
import { PostgresOutboxFeed } from './postgres-outbox-feed';
import { testStore } from './postgres-store.fixture';

const store = testStore();

describeOutboxFeed('PostgresOutboxFeed', async () => {
  await store.clear();
  const listener = store.listener();
  return {
    unitOfWork: store.unitOfWork,
    feed: new PostgresOutboxFeed(store.dataSource, listener, { maxAttempts: 3 }),
    maxAttempts: 3,
    endWaits: () => store.dataSource.query('UPDATE vacancies.outbox SET available_at = now()'),
    close: () => listener.close(),
  };
});
