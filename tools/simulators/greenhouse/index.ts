import { listen, type ListenOptions, type RunningSimulator } from '@job-scope/simulator-shared';
import { inventBoards } from './dataset/boards';
import { createSimulator, type SimulatorOptions } from './simulator';

export interface GreenhouseOptions extends SimulatorOptions, ListenOptions {}

/** Starts boards of Greenhouse in this process. @throws RangeError, or the error of `listen` */
export const startGreenhouseSimulator = async (options: GreenhouseOptions = {}): Promise<RunningSimulator> =>
  listen(createSimulator(options), options);

/** The tokens of the first boards; they are the same for every seed. */
export const boardTokens = (count: number): readonly string[] => inventBoards(count).map(({ token }) => token);
