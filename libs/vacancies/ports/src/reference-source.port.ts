import { portToken, type CancelSignal, type Result } from '@job-scope/kernel';
import type { AreaNode, SourceName } from '@job-scope/vacancies-domain';
import type { SourceFailure } from './vacancy-source.port';

/** A source that has a directory of areas. Takes from `SourceRequestBudget` before every outgoing request. */
export interface AreaSource {
  readonly name: SourceName;
  /** All of them. Fails and rejects as `VacancySource.page` does. */
  areas(signal: CancelSignal): Promise<Result<readonly AreaNode[], SourceFailure>>;
}

/** A source that tells what currencies are worth. Takes from `SourceRequestBudget` before every outgoing request. */
export interface RateSource {
  readonly name: SourceName;
  /** How much of each currency one rouble buys, by its code of ISO 4217. Fails and rejects as `VacancySource.page` does. */
  rates(signal: CancelSignal): Promise<Result<ReadonlyMap<string, number>, SourceFailure>>;
}

export const AREA_SOURCES = portToken<readonly AreaSource[]>('vacancies/AreaSources');
export const RATE_SOURCE = portToken<RateSource>('vacancies/RateSource');
