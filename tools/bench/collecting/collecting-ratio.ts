import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator, type Stack } from '../stack';
import { alternate, summarise, type Summary } from '../statistics';
import { collectAll, emptyTables } from './collect';
import { copyIndex, countIndexed } from './index-copy';

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
  /** Of each round: what the product reaches of the raw rate, both until the last vacancy can be found. */
  readonly ratio: Summary;
}

/**
 * Collects the same vacancies into the same empty tables, and writes the same documents into the same empty indexes, in
 * turn: by a plain script, and by a vacancy-worker.
 */
export async function compareCollecting(stack: Stack, options: CollectingOptions): Promise<CollectingRatio> {
  const { vacancies, rounds } = options;
  const simulator = await startSimulator(vacancies);
  const perSecond = (milliseconds: number) => vacancies / (milliseconds / 1000);
  const raw = async () => perSecond(await collectRaw(stack, simulator.url, vacancies));
  const stored: number[] = [];
  const product = async () => {
    const times = await collectByWorker(stack, simulator.url, vacancies);
    stored.push(perSecond(times.stored));
    return perSecond(times.searchable);
  };
  try {
    // The simulator and the servers are warm from here on; the script and the worker are new processes every time.
    await product();
    stored.length = 0;
    await writeFile(documentsOf(stack), JSON.stringify(await copyIndex(stack)));
    await raw();
    const pairs = await alternate(rounds, raw, product);
    return {
      raw: summarise(pairs.map(([one]) => one)),
      product: summarise(stored),
      searchable: summarise(pairs.map(([, other]) => other)),
      ratio: summarise(pairs.map(([one, other]) => other / one)),
    };
  } finally {
    await simulator.stop();
  }
}

const documentsOf = ({ folder }: Stack): string => join(folder, 'documents.json');

async function collectRaw(stack: Stack, sourceUrl: string, expected: number): Promise<number> {
  await emptyTables(stack);
  const script = join(__dirname, 'raw-collector.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['-r', '@swc-node/register', script, sourceUrl, stack.databaseUrl, documentsOf(stack)],
    ...(stack.elasticsearchUrl === undefined ? [] : [stack.elasticsearchUrl]),
  ]);
  const { vacancies, milliseconds } = JSON.parse(stdout) as { vacancies: number; milliseconds: number };
  const indexed = await countIndexed(stack);
  if (vacancies !== expected || indexed !== expected) {
    throw new Error(`of ${expected} vacancies the script has collected ${vacancies} and indexed ${indexed}`);
  }
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
