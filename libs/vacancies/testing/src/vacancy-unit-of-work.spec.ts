import { describeCollectionRunReader } from './collection-run-reader.suite';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import { describeOutboxFeed } from './outbox-feed.suite';
import { describeScheduleReader } from './schedule-reader.suite';
import { describeVacancyUnitOfWork } from './vacancy-unit-of-work.suite';

const openStore = async () => {
  const database = new InMemoryVacancyDatabase();
  const { unitOfWork, vacancies, hidden, history, payloads, runs, openWork, deadLetters, schedules, outbox } = database;
  return {
    unitOfWork,
    vacancies,
    hidden,
    history,
    payloads,
    runs,
    openWork,
    deadLetters,
    schedules,
    outbox,
    runEvents: async (runId: string) => database.runEvents(runId),
  };
};

describeVacancyUnitOfWork('InMemoryVacancyDatabase', openStore);
describeCollectionRunReader('InMemoryVacancyDatabase', openStore);
describeScheduleReader('InMemoryVacancyDatabase', openStore);
describeOutboxFeed('InMemoryVacancyDatabase', async () => {
  let now = 0;
  const { unitOfWork, outbox } = new InMemoryVacancyDatabase({ maxAttempts: 3, now: () => now });
  const endWaits = async () => void (now += 3_600_000);
  return { unitOfWork, feed: outbox, maxAttempts: 3, endWaits };
});
