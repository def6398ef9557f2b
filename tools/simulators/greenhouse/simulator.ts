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
import { JobSource } from './dataset/job-source';
import { API, boardsApi } from './http/api';
import { SCENARIOS } from './scenarios/catalogue';

/** `size` counts the jobs of all boards together. */
export interface SimulatorOptions extends CommonSimulatorOptions {
  /** Number of boards, 1 to MAX_BOARDS. */
  boards?: number;
}

export const DEFAULTS = { size: 500, boards: 3, seed: 1, now: DEFAULT_NOW } as const;
export const MAX_SIZE = 100_000;
export const MAX_BOARDS = 500;

/** Builds the simulator without a socket. @throws RangeError for options out of range */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { size, boards, seed, now } = { ...DEFAULTS, ...options };
  const start = readNow(now);
  checkInvention({ size, seed }, MAX_SIZE);
  checkInteger('boards', boards, 1, MAX_BOARDS);
  const source = new JobSource(size, boards, seed, start);
  const board = new PostingBoard(source);
  return assemble({
    api: boardsApi(source, board),
    world: { board, clock: new VirtualClock(start) },
    scenarios: SCENARIOS,
    scenarioPath: API,
    size: board.open,
    control: options.control,
  });
}
