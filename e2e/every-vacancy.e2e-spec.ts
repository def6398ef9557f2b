import { collectsEveryVacancy } from './every-vacancy.fixture';

describe('V-5, C-1: a source with more than it shows in five minutes, by two workers of which two die', () =>
  collectsEveryVacancy({ vacancies: 5_000, hot: [2_100], workers: 2, deaths: 2 }));
