import { CLOCK, type Clock } from '@job-scope/kernel';
import { bind, provideUseCase, type Binding } from '@job-scope/platform-nest';
import { ReadRatesAge, RefreshAreas, RefreshCurrencyRates } from '@job-scope/vacancies-application';
import { HeadHunterReferenceData } from '@job-scope/vacancies-infrastructure/headhunter';
import {
  PostgresAreaDirectory,
  PostgresCurrencyRateBook,
  PostgresRefreshClaims,
} from '@job-scope/vacancies-infrastructure/postgres';
import {
  AREA_DIRECTORY,
  AREA_SOURCES,
  CURRENCY_RATE_BOOK,
  CURRENCY_RATES,
  RATE_SOURCE,
  REFRESH_CLAIMS,
  type SourceRequestBudget,
} from '@job-scope/vacancies-ports';
import type { Provider } from '@nestjs/common';
import type { WorkerSettings } from './settings';

export const referenceDataUseCases: readonly Provider[] = [
  provideUseCase(RefreshAreas, AREA_SOURCES, AREA_DIRECTORY, REFRESH_CLAIMS),
  provideUseCase(RefreshCurrencyRates, RATE_SOURCE, CURRENCY_RATES, CURRENCY_RATE_BOOK, REFRESH_CLAIMS, CLOCK),
  provideUseCase(ReadRatesAge, CURRENCY_RATES, CLOCK),
];

type Database = ConstructorParameters<typeof PostgresAreaDirectory>[0];

/** Areas and rates are HeadHunter's; the other sources tell the area of each vacancy, and no more. */
export const referenceDataBindings = (
  settings: WorkerSettings,
  database: Database,
  headhunterBudget: SourceRequestBudget,
  clock: Clock,
): readonly Binding[] => {
  const { headhunterBaseUrl: baseUrl, headhunterUserAgent: userAgent } = settings;
  const headhunter = new HeadHunterReferenceData({ baseUrl, userAgent }, headhunterBudget, clock);
  return [
    bind(AREA_SOURCES, [headhunter]),
    bind(RATE_SOURCE, headhunter),
    bind(AREA_DIRECTORY, new PostgresAreaDirectory(database)),
    bind(CURRENCY_RATE_BOOK, new PostgresCurrencyRateBook(database)),
    bind(REFRESH_CLAIMS, new PostgresRefreshClaims(database)),
  ];
};
