import { collectsEveryVacancy } from './every-vacancy.fixture';

/** More than the source shows, three times within five minutes. */
const SOURCE = { vacancies: 50_000, hot: [2_100, 2_300, 2_700] };

describe('V-5: 50,000 vacancies, three times more in five minutes than the source shows', () => {
  describe('by one worker', () => collectsEveryVacancy({ ...SOURCE, workers: 1, deaths: 0 }));

  describe('by one worker that is killed five times', () => collectsEveryVacancy({ ...SOURCE, workers: 1, deaths: 5 }));

  describe('by two workers', () => collectsEveryVacancy({ ...SOURCE, workers: 2, deaths: 0 }));

  describe('by two workers that are killed five times', () =>
    collectsEveryVacancy({ ...SOURCE, workers: 2, deaths: 5 }));
});
