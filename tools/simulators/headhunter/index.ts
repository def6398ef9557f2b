import { listen, type ListenOptions, type RunningSimulator } from '@job-scope/simulator-shared';
import { createSimulator, type SimulatorOptions } from './simulator';

export { ItemFileError } from './dataset/file/item-file';

export interface HeadHunterOptions extends SimulatorOptions, ListenOptions {}

/** Starts a HeadHunter in this process. @throws RangeError, ItemFileError, or the error of `listen` */
export const startHeadHunterSimulator = async (options: HeadHunterOptions = {}): Promise<RunningSimulator> =>
  listen(createSimulator(options), options);
