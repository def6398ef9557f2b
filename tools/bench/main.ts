import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findRedis } from '@job-scope/platform-testing';
import { compareCollecting } from './collecting/collecting-ratio';
import { compareAccess } from './http/access-ratio';
import { measurePeakMemory } from './memory/memory-growth';
import { spread, table, verdict } from './report';
import { startStack, type Stack } from './stack';
import { undoable, undoAll } from './undo';

const PARTS = ['http', 'collecting', 'memory'] as const;
type Part = (typeof PARTS)[number];

const USAGE = `npm run bench -- [part …]      parts: ${PARTS.join(', ')}; all of them unless some are named`;

const SUMMARY = ['', 'min', 'median', 'max'];
const HTTP = { rounds: 5, connections: 32, seconds: 8 };
const COLLECTING = { rounds: 5, vacancies: 10_000 };
const MEMORY = { few: 10_000, many: 100_000, heapMegabytes: 128, goalMegabytes: 50 };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function httpOn(stack: Stack, store: string, goal?: number): Promise<void> {
  const { rounds, connections, seconds } = HTTP;
  say(`\n## An authenticated route against a bare Fastify route, sessions in ${store}\n`);
  say(`${rounds} rounds, ${connections} connections, ${seconds} s each\n`);
  const { bare, gateway, gatewayP99, ratio } = await compareAccess(stack, HTTP);
  const rows = [
    ['bare Fastify, requests/s', ...spread(bare)],
    ['gateway, requests/s', ...spread(gateway)],
    ['ratio', ...spread(ratio, 2)],
  ];
  say(table(SUMMARY, rows));
  say(`\nSlowest hundredth at the gateway: ${gatewayP99} ms or more.`);
  if (goal !== undefined) say(`Goal ${verdict(ratio.median >= goal, `a median of ${goal} or more`)}.`);
}

async function collecting(stack: Stack): Promise<void> {
  const { rounds, vacancies } = COLLECTING;
  say(`\n## Collecting against a plain script\n\n${rounds} rounds of ${vacancies} new vacancies\n`);
  const { raw, product, searchable, ratio } = await compareCollecting(stack, COLLECTING);
  const rows = [
    ['plain script, vacancies/s', ...spread(raw)],
    ['vacancy-worker, vacancies/s', ...spread(product)],
    ['the same until searchable', ...spread(searchable)],
    ['ratio', ...spread(ratio, 2)],
  ];
  say(table(SUMMARY, rows));
  say(`\nGoal ${verdict(ratio.median >= 0.5, 'a median of 0.5 or more')}.`);
}

async function memory(stack: Stack): Promise<void> {
  const { few, many, heapMegabytes, goalMegabytes } = MEMORY;
  say(`\n## Peak memory of the worker, its heap capped at ${heapMegabytes} MiB\n`);
  const megabytesAt = async (vacancies: number) => (await measurePeakMemory(stack, vacancies, heapMegabytes)) / 2 ** 20;
  const atFew = await megabytesAt(few);
  const growth = (await megabytesAt(many)) - atFew;
  const rows = [
    [`${few} vacancies`, atFew.toFixed(0)],
    [`${many} vacancies`, (atFew + growth).toFixed(0)],
    ['growth', growth.toFixed(0)],
  ];
  say(table(['', 'MiB'], rows));
  say(`\nGoal ${verdict(growth <= goalMegabytes, `${goalMegabytes} MiB or less`)}.`);
}

/** Every stack is new, and nothing else of ours runs meanwhile. */
async function onStack(redisUrl: string | undefined, work: (stack: Stack) => Promise<void>): Promise<void> {
  const stack = await startStack({ redisUrl });
  await Promise.race([work(stack), stack.broken]);
  await stack.stop();
}

async function onRedis(work: (stack: Stack) => Promise<void>): Promise<void> {
  const redis = await findRedis();
  if ('missing' in redis) return say(`\nNot measured with sessions in Redis, because ${redis.missing}.`);
  const stop = undoable(() => redis.stop());
  await onStack(redis.url, work);
  await stop();
}

function readParts(args: readonly string[]): readonly Part[] {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const unknown = positionals.find((name) => !(PARTS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"\n${USAGE}`);
  return positionals.length > 0 ? (positionals as Part[]) : PARTS;
}

async function main(): Promise<void> {
  const parts = readParts(process.argv.slice(2));
  say(`# Job Scope, measured on ${cpus().length} cores (${cpus()[0]?.model}) with Node ${process.version}`);
  if (parts.includes('http')) await onRedis((stack) => httpOn(stack, 'Redis', 0.35));
  await onStack(undefined, async (stack) => {
    if (parts.includes('http')) await httpOn(stack, 'PostgreSQL');
    if (parts.includes('collecting')) await collecting(stack);
    if (parts.includes('memory')) await memory(stack);
  });
}

let ending: Promise<never> | undefined;

/** Undoes everything, and ends the program as the first caller says. */
function end(code: number, message = ''): void {
  process.stderr.write(ending ? '' : message);
  ending ??= undoAll().then(() => process.exit(code));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(1));

main().then(
  () => end(0),
  (error: Error) => end(1, `${error.message}\n`),
);
