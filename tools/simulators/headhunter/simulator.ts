import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_NOW, VirtualClock } from './clock';
import { FileSource } from './dataset/file/file-source';
import { parseItemFile } from './dataset/file/item-file';
import { GeneratedSource } from './dataset/generated/generated-source';
import { VacancyBoard } from './dataset/vacancy-board';
import type { JsonObject, VacancySource } from './dataset/vacancy-source';
import { buildApp } from './http/app';
import { RequestLog, type LoggedRequest } from './http/request-log';
import { TokenDesk, type TokenOptions } from './http/token-desk';
import { parseHeadHunterDate } from './moscow-time';
import { ScenarioEngine, type ScenarioStatus } from './scenarios/scenario-engine';
import type { ScenarioSpec } from './scenarios/scenario-spec';
import { SearchPages } from './search/search-page';
import { VacancySearch } from './search/vacancy-search';

export interface SimulatorOptions extends TokenOptions {
  /** Number of invented vacancies, 0 to MAX_SIZE. */
  size?: number;
  /** The same seed gives the same vacancies. */
  seed?: number;
  /** The virtual "now", `YYYY-MM-DDThh:mm:ss±hhmm`. */
  now?: string;
  /** A file `{"items":[…]}` whose items are served instead of invented ones. */
  data?: string;
  /** `(page + 1) * per_page` may not exceed it. */
  depthLimit?: number;
  /** Opens the control door over HTTP; the programmatic one is always there. */
  control?: boolean;
}

export const DEFAULTS = { size: 5000, seed: 1, now: DEFAULT_NOW, depthLimit: 2000 } as const;
export const MAX_SIZE = 1_000_000;

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
  app: FastifyInstance;
  control: SimulatorControl;
  /** Vacancies that were loaded. */
  size: number;
}

/** Builds the simulator without a socket. @throws RangeError for options out of range, ItemFileError for bad data */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { now, depthLimit } = { ...DEFAULTS, ...options };
  const start = parseHeadHunterDate(now);
  if (start === undefined) throw new RangeError(`now must look like ${DEFAULT_NOW}, not ${now}`);
  if (!Number.isInteger(depthLimit) || depthLimit < 1)
    throw new RangeError(`depthLimit must be an integer from 1, not ${depthLimit}`);
  const clock = new VirtualClock(start);
  const board = new VacancyBoard(sourceOf(options, start));
  const tokens = new TokenDesk(options, clock);
  const pages = new SearchPages(board, new VacancySearch(board), () => ({
    areas: board.source.areas,
    now: clock.now(),
    depthLimit,
  }));
  const engine = new ScenarioEngine({ board, clock, tokens });
  const log = new RequestLog();
  const app = buildApp({ board, pages, tokens, engine, log, control: options.control ?? false });
  return { app, control: controlOf(engine, log), size: board.open };
}

function sourceOf(options: SimulatorOptions, start: number): VacancySource {
  if (options.data !== undefined) return new FileSource(parseItemFile(readFileSync(options.data, 'utf8')));
  const { size, seed } = { ...DEFAULTS, ...options };
  if (!Number.isInteger(size) || size < 0 || size > MAX_SIZE) {
    throw new RangeError(`size must be an integer from 0 to ${MAX_SIZE}, not ${size}`);
  }
  if (!Number.isInteger(seed)) throw new RangeError(`seed must be an integer, not ${seed}`);
  return new GeneratedSource(size, seed, start);
}

function controlOf(engine: ScenarioEngine, log: RequestLog): SimulatorControl {
  return {
    scenario: (spec) => engine.switchOn(spec),
    scenarios: () => engine.list(),
    clearScenarios: () => engine.switchOffAll(),
    requests: () => log.list(),
    clearRequests: () => log.clear(),
  };
}
