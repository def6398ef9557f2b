import { listen, type ListenOptions, type RunningSimulator } from '@job-scope/simulator-shared';
import { createSimulator, type SimulatorOptions } from './simulator';

export interface TrudvsemOptions extends SimulatorOptions, ListenOptions {}

/** Starts a Trudvsem in this process. @throws RangeError, or the error of `listen` */
export const startTrudvsemSimulator = async (options: TrudvsemOptions = {}): Promise<RunningSimulator> =>
  listen(createSimulator(options), options);
