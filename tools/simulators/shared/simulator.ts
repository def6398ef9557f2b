import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp, type SimulatedApi } from './http/app';
import { RequestLog, type LoggedRequest } from './http/request-log';
import type { JsonObject } from './json';
import type { Catalogue, PathRule, World } from './scenarios/scenario';
import { ScenarioEngine, type ScenarioStatus } from './scenarios/scenario-engine';
import type { ScenarioSpec } from './scenarios/scenario-spec';

/** The programmatic twin of the control door. */
export interface SimulatorControl {
  /** @returns what the scenario has to tell @throws ScenarioError */
  scenario(spec: ScenarioSpec): JsonObject;
  scenarios(): ScenarioStatus[];
  clearScenarios(): void;
  /** Requests so far, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

export interface Simulator {
  readonly app: FastifyInstance;
  readonly control: SimulatorControl;
  /** Vacancies that were loaded. */
  readonly size: number;
}

export interface SimulatorParts<W extends World> {
  readonly api: SimulatedApi;
  readonly world: W;
  readonly scenarios: Catalogue<W>;
  /** Where scenarios act that say nothing else. */
  readonly scenarioPath: PathRule;
  readonly size: number;
  /** Opens the HTTP control door. */
  readonly control?: boolean;
}

/** Puts a simulator together, without a socket. */
export function assemble<W extends World>(parts: SimulatorParts<W>): Simulator {
  const engine = new ScenarioEngine(parts.world, parts.scenarios, parts.scenarioPath);
  const log = new RequestLog();
  const app = buildApp({ api: parts.api, engine, log, control: parts.control ?? false });
  const control: SimulatorControl = {
    scenario: (spec) => engine.switchOn(spec),
    scenarios: () => engine.list(),
    clearScenarios: () => engine.switchOffAll(),
    requests: () => log.list(),
    clearRequests: () => log.clear(),
  };
  return { app, control, size: parts.size };
}

export interface ListenOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 by default. */
  host?: string;
}

export interface RunningSimulator {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Number of vacancies. */
  readonly size: number;
  readonly control: SimulatorControl;
  /** Closes all connections, hanging ones too. */
  stop(): Promise<void>;
}

/** @throws the error of `listen` */
export async function listen(
  { app, control, size }: Simulator,
  { port: wanted = 0, host = '127.0.0.1' }: ListenOptions,
): Promise<RunningSimulator> {
  await app.listen({ port: wanted, host });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    size,
    control,
    stop: () => app.close(),
  };
}
