import type { Clock } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import { GreenhouseVacancySource } from '@job-scope/vacancies-infrastructure/greenhouse';
import {
  createTokenDesk,
  HeadHunterVacancySource,
  type ApplicationTokens,
} from '@job-scope/vacancies-infrastructure/headhunter';
import { TrudvsemVacancySource } from '@job-scope/vacancies-infrastructure/trudvsem';
import type { SourceRequestBudget, VacancySource, VacancySources } from '@job-scope/vacancies-ports';
import type { WorkerSettings } from './settings';

export interface SourceParts {
  readonly budgetOf: (requestsPerSecond: number) => SourceRequestBudget;
  readonly tokenStore: Parameters<typeof createTokenDesk>[1]['store'];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The adapter of each source, within a budget of its own. */
export const sourcesOf = (settings: WorkerSettings, parts: SourceParts): VacancySources => {
  const { budgetOf, clock } = parts;
  const budget = budgetOf(settings.headhunterRequestsPerSecond);
  const tokens = tokensOf(settings, parts, budget);
  const { headhunterBaseUrl, headhunterUserAgent: userAgent, headhunterFetchDetails: fetchDetails } = settings;
  const { greenhouseBaseUrl, greenhouseBoards: boards, greenhouseRequestsPerSecond } = settings;
  const adapters: readonly VacancySource[] = [
    new HeadHunterVacancySource({ baseUrl: headhunterBaseUrl, userAgent, tokens, fetchDetails }, budget, clock),
    new TrudvsemVacancySource(
      { baseUrl: settings.trudvsemBaseUrl },
      budgetOf(settings.trudvsemRequestsPerSecond),
      clock,
    ),
    new GreenhouseVacancySource({ baseUrl: greenhouseBaseUrl, boards }, budgetOf(greenhouseRequestsPerSecond), clock),
  ];
  return new Map(adapters.map((source) => [source.name, source]));
};

/** None without an application: all three settings are there, or none. */
const tokensOf = (
  settings: WorkerSettings,
  { tokenStore: store, clock, logger }: SourceParts,
  budget: SourceRequestBudget,
): ApplicationTokens | undefined => {
  const { headhunterBaseUrl: baseUrl, headhunterUserAgent: userAgent, headhunterTokenKey: key } = settings;
  const { headhunterClientId: clientId, headhunterClientSecret: clientSecret } = settings;
  if (clientId === undefined || clientSecret === undefined || key === undefined) return undefined;
  return createTokenDesk({ baseUrl, userAgent, clientId, clientSecret, key }, { store, budget, clock, logger });
};
