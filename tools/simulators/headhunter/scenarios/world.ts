import type { BoardWorld } from '@job-scope/simulator-shared';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { TokenDesk } from '../http/token-desk';

/** What a scenario can change. */
export interface HeadHunterWorld extends BoardWorld {
  readonly board: VacancyBoard;
  readonly tokens: TokenDesk;
}
