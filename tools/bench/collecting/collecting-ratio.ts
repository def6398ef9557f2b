import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator, type Stack } from '../stack';
import { alternate, summarise, type Summary } from '../statistics';
import { collectAll, emptyTables } from './collect';

export interface CollectingOptions {
  readonly vacancies: number;
  readonly rounds: number;
}

export interface CollectingRatio {
  /** Vacancies per second. */
  readonly raw: Summary;
  readonly product: Summary;
  /** As `product`, but until the last vacancy can be found. */
  readonly searchable: Summary;
  /** Of each round: what the product reaches of the raw rate. */
  readonly ratio: Summary;
}

/** Collects the same vacancies into the same empty tables in turn: by a plain script, and by a vacancy-worker. */
export async function compareCollecting(stack: Stack, options: CollectingOptions): Promise<CollectingRatio> {
  const { vacancies, rounds } = options;
  const simulator = await startSimulator(vacancies);
  const perSecond = (milliseconds: number) => vacancies / (milliseconds / 1000);
  const raw = async () => perSecond(await collectRaw(stack, simulator.url, vacancies));
  const searchable: number[] = [];
  const product = async () => {
    const times = await collectByWorker(stack, simulator.url, vacancies);
    searchable.push(perSecond(times.searchable));
    return perSecond(times.stored);
  };
  try {
    // The simulator and the database are warm from here on; the script and the worker are new processes every time.
    await raw();
    const pairs = await alternate(rounds, raw, product);
    return {
      raw: summarise(pairs.map(([one]) => one)),
      product: summarise(pairs.map(([, other]) => other)),
      searchable: summarise(searchable),
      ratio: summarise(pairs.map(([one, other]) => other / one)),
    };
  } finally {
    await simulator.stop();
  }
}

async function collectRaw(stack: Stack, sourceUrl: string, expected: number): Promise<number> {
  await emptyTables(stack);
  const script = join(__dirname, 'raw-collector.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['-r', '@swc-node/register', script, sourceUrl, stack.databaseUrl],
  ]);
  const { vacancies, milliseconds } = JSON.parse(stdout) as { vacancies: number; milliseconds: number };
  if (vacancies !== expected) throw new Error(`the script has collected ${vacancies} of ${expected} vacancies`);
  return milliseconds;
}

async function collectByWorker(stack: Stack, sourceUrl: string, vacancies: number) {
  await emptyTables(stack);
  const worker = await stack.startWorker({ sourceUrl });
  try {
    return await collectAll(stack, worker, vacancies);
  } finally {
    await worker.stop();
  }
}
