import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measureLoad, type Throughput } from '../http/load';
import type { Stack } from '../stack';
import { alternate, summarise, type Summary } from '../statistics';
import { fillIndex, type Crowd } from './crowd';
import { engineQuestionsOf, type EngineQuestions } from './engine-questions';
import { TYPICAL_SEARCHES } from './typical-searches';

export interface SearchOptions extends Crowd {
  readonly rounds: number;
  readonly connections: number;
  readonly seconds: number;
}

export interface Side {
  /** Searches per second. */
  readonly rate: Summary;
  /** Milliseconds. */
  readonly p50: Summary;
  readonly p99: Summary;
}

export interface SearchRatio {
  readonly name: string;
  readonly engine: Side;
  readonly gateway: Side;
  /** Of each round: what the gateway reaches of the engine's own rate, and how much slower its slowest hundredth is. */
  readonly rateRatio: Summary;
  readonly p99Ratio: Summary;
}

/** Asks for the typical searches through the gateway, as anybody, and asks the engine for the same by itself, in turn. */
export async function compareSearches(stack: Stack, options: SearchOptions): Promise<readonly SearchRatio[]> {
  await fillIndex(stack, options);
  const searches = Object.entries(TYPICAL_SEARCHES);
  const questions = await engineQuestionsOf(
    stack,
    searches.map(([, path]) => path),
  );
  const ratios: SearchRatio[] = [];
  for (const [i, [name, path]] of searches.entries()) {
    const asked = questions[i];
    if (asked) ratios.push({ name, ...(await compareOne(stack, options, path, asked)) });
  }
  return ratios;
}

const WARM_UP_SECONDS = 2;

async function compareOne(stack: Stack, options: SearchOptions, path: string, asked: EngineQuestions) {
  const { rounds, connections, seconds } = options;
  const ofEngine = (duration = seconds) => driveEngine(stack, asked, { connections, seconds: duration });
  const ofGateway = (duration = seconds) =>
    measureLoad({ url: stack.gatewayUrl + path, headers: {}, connections, seconds: duration });
  await ofEngine(WARM_UP_SECONDS);
  await ofGateway(WARM_UP_SECONDS);
  const pairs = await alternate(
    rounds,
    () => ofEngine(),
    () => ofGateway(),
  );
  return {
    engine: sideOf(pairs.map(([engine]) => engine)),
    gateway: sideOf(pairs.map(([, gateway]) => gateway)),
    rateRatio: summarise(pairs.map(([engine, gateway]) => gateway.requestsPerSecond / engine.requestsPerSecond)),
    p99Ratio: summarise(pairs.map(([engine, gateway]) => gateway.latency.p99 / engine.latency.p99)),
  };
}

const sideOf = (measured: readonly Throughput[]): Side => ({
  rate: summarise(measured.map(({ requestsPerSecond }) => requestsPerSecond)),
  p50: summarise(measured.map(({ latency }) => latency.p50)),
  p99: summarise(measured.map(({ latency }) => latency.p99)),
});

async function driveEngine(
  { databaseUrl, elasticsearchUrl = '', folder }: Stack,
  asked: EngineQuestions,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Throughput> {
  if (asked.engine === 'elasticsearch') {
    const { path, body } = asked.question;
    const headers = { 'content-type': 'application/json' };
    return measureLoad({ url: elasticsearchUrl + path, headers, body, connections, seconds });
  }
  const file = join(folder, 'statements.json');
  await writeFile(file, JSON.stringify(asked.questions));
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['-r', '@swc-node/register', join(__dirname, 'drive-sql.ts'), databaseUrl, file],
    ...[String(connections), String(seconds)],
  ]);
  return JSON.parse(stdout) as Throughput;
}
