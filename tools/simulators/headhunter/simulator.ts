import { readFileSync } from 'node:fs';
import {
  assemble,
  checkInteger,
  checkInvention,
  DEFAULT_NOW,
  readNow,
  VirtualClock,
  type CommonSimulatorOptions,
  type Simulator,
} from '@job-scope/simulator-shared';
import { FileSource } from './dataset/file/file-source';
import { parseItemFile } from './dataset/file/item-file';
import { GeneratedSource } from './dataset/generated/generated-source';
import { VacancyBoard } from './dataset/vacancy-board';
import type { VacancySource } from './dataset/vacancy-source';
import { headHunterApi } from './http/api';
import { TokenDesk, type TokenOptions } from './http/token-desk';
import { SCENARIOS } from './scenarios/catalogue';
import { SearchPages } from './search/search-page';
import { VacancySearch } from './search/vacancy-search';

export interface SimulatorOptions extends CommonSimulatorOptions, TokenOptions {
  /** A file `{"items":[…]}` whose items are served instead of invented ones. */
  data?: string;
  /** `(page + 1) * per_page` may not exceed it. */
  depthLimit?: number;
}

export const DEFAULTS = { size: 5000, seed: 1, now: DEFAULT_NOW, depthLimit: 2000 } as const;
export const MAX_SIZE = 1_000_000;

/** Builds the simulator without a socket. @throws RangeError for options out of range, ItemFileError for bad data */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { now, depthLimit } = { ...DEFAULTS, ...options };
  const start = readNow(now);
  checkInteger('depthLimit', depthLimit, 1);
  const clock = new VirtualClock(start);
  const board = new VacancyBoard(sourceOf(options, start));
  const tokens = new TokenDesk(options, clock);
  const pages = new SearchPages(board, new VacancySearch(board), () => ({
    areas: board.source.areas,
    now: clock.now(),
    depthLimit,
  }));
  return assemble({
    api: headHunterApi(board, pages, tokens),
    world: { board, clock, tokens },
    scenarios: SCENARIOS,
    scenarioPath: '/vacancies',
    size: board.open,
    control: options.control,
  });
}

function sourceOf(options: SimulatorOptions, start: number): VacancySource {
  if (options.data !== undefined) return new FileSource(parseItemFile(readFileSync(options.data, 'utf8')));
  const { size, seed } = { ...DEFAULTS, ...options };
  checkInvention({ size, seed }, MAX_SIZE);
  return new GeneratedSource(size, seed, start);
}
