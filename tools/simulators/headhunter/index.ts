import type { AddressInfo } from 'node:net';
import { createSimulator, type SimulatorControl, type SimulatorOptions } from './simulator';

export { DEFAULT_NOW } from './clock';
export { ItemFileError } from './dataset/file/item-file';
export type { LoggedRequest } from './http/request-log';
export type { ScenarioStatus } from './scenarios/scenario-engine';
export { ScenarioError, type ScenarioSpec } from './scenarios/scenario-spec';
export type { SimulatorControl, SimulatorOptions } from './simulator';

export interface ListenOptions extends SimulatorOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 by default. */
  host?: string;
}

export interface RunningSimulator {
  /** Without a slash at the end. */
  url: string;
  port: number;
  /** Number of vacancies. */
  size: number;
  control: SimulatorControl;
  /** Closes all connections, hanging ones too. */
  stop(): Promise<void>;
}

/** Starts a HeadHunter in this process. @throws RangeError, ItemFileError, or the error of `listen` */
export async function startHeadHunterSimulator(options: ListenOptions = {}): Promise<RunningSimulator> {
  const { app, control, size } = createSimulator(options);
  const host = options.host ?? '127.0.0.1';
  await app.listen({ port: options.port ?? 0, host });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    size,
    control,
    stop: () => app.close(),
  };
}
