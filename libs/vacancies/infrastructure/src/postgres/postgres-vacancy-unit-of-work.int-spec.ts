import {
  describeCollectionRunReader,
  describeScheduleReader,
  describeVacancyUnitOfWork,
  type VacancyStoreHarness,
} from '@job-scope/vacancies-testing';
import { PostgresCollectionRunReader } from './postgres-collection-run-reader';
import { PostgresDeadLetterReader } from './postgres-dead-letter-reader';
import { PostgresHiddenVacancyReader } from './postgres-hidden-vacancy-reader';
import { PostgresOpenWork } from './postgres-open-work';
import { PostgresOutboxFeed } from './postgres-outbox-feed';
import { PostgresScheduleReader } from './postgres-schedule-reader';
import { testStore } from './postgres-store.fixture';
import { PostgresVacancyHistoryReader } from './postgres-vacancy-history-reader';
import { PostgresVacancyPayloads } from './postgres-vacancy-payloads';
import { PostgresVacancyReader } from './postgres-vacancy-reader';

const store = testStore();

const open = async (): Promise<VacancyStoreHarness> => {
  await store.clear();
  const { dataSource, unitOfWork } = store;
  return {
    unitOfWork,
    vacancies: new PostgresVacancyReader(dataSource),
    hidden: new PostgresHiddenVacancyReader(dataSource),
    history: new PostgresVacancyHistoryReader(dataSource),
    payloads: new PostgresVacancyPayloads(dataSource),
    runs: new PostgresCollectionRunReader(dataSource),
    openWork: new PostgresOpenWork(dataSource),
    deadLetters: new PostgresDeadLetterReader(dataSource),
    schedules: new PostgresScheduleReader(dataSource),
    outbox: new PostgresOutboxFeed(dataSource, store.listener()),
    runEvents: async (runId) => {
      const sql = 'SELECT seq::int, type, data FROM vacancies.run_events WHERE run_id = $1 ORDER BY seq';
      return dataSource.query(sql, [runId]);
    },
  };
};

describeVacancyUnitOfWork('PostgresVacancyUnitOfWork', open);
describeCollectionRunReader('PostgresCollectionRunReader', open);
describeScheduleReader('PostgresScheduleReader', open);
