import {
  assemble,
  checkInteger,
  checkInvention,
  DEFAULT_NOW,
  PostingBoard,
  readNow,
  VirtualClock,
  type CommonSimulatorOptions,
  type Simulator,
} from '@job-scope/simulator-shared';
import { VacancySource } from './dataset/vacancy-source';
import { API, portalApi } from './http/api';
import { SCENARIOS } from './scenarios/catalogue';
import { VacancySearch } from './search/vacancy-search';

export interface SimulatorOptions extends CommonSimulatorOptions {
  /** The first page index that is answered with 500. */
  pageLimit?: number;
}

export const DEFAULTS = { size: 5000, seed: 1, now: DEFAULT_NOW, pageLimit: 100 } as const;
export const MAX_SIZE = 1_000_000;

/** Builds the simulator without a socket. @throws RangeError for options out of range */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { size, seed, now, pageLimit } = { ...DEFAULTS, ...options };
  const start = readNow(now);
  checkInvention({ size, seed }, MAX_SIZE);
  checkInteger('pageLimit', pageLimit, 1);
  const clock = new VirtualClock(start);
  const source = new VacancySource(size, seed, start);
  const board = new PostingBoard(source);
  const search = new VacancySearch(source, board);
  return assemble({
    api: portalApi({ source, board, search, pageLimit }),
    world: { board, clock },
    scenarios: SCENARIOS,
    scenarioPath: API,
    size: board.open,
    control: options.control,
  });
}
