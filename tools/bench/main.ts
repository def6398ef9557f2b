import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findRedis } from '@job-scope/platform-testing';
import { collecting, http, logins, me, memory, say } from './parts';
import { startStack, type Stack } from './stack';
import { undoable, undoAll } from './undo';

/** Measured with sessions in Redis and with sessions in PostgreSQL. */
const ON_BOTH = { http, me, logins };
const ON_POSTGRES = { collecting, memory };

const PARTS = [...Object.keys(ON_BOTH), ...Object.keys(ON_POSTGRES)];

const USAGE = `npm run bench -- [part …]      parts: ${PARTS.join(', ')}; all of them unless some are named`;

type Measure = (stack: Stack, store: string) => Promise<void>;

/** Every stack is new, and nothing else of ours runs meanwhile. */
async function onStack(measures: readonly Measure[], store: string, redisUrl?: string): Promise<void> {
  if (measures.length === 0) return;
  const stack = await startStack({ redisUrl });
  const work = async () => {
    for (const measure of measures) await measure(stack, store);
  };
  await Promise.race([work(), stack.broken]);
  await stack.stop();
}

async function onRedis(measures: readonly Measure[]): Promise<void> {
  if (measures.length === 0) return;
  const redis = await findRedis();
  if ('missing' in redis) return say(`\nNot measured with sessions in Redis, because ${redis.missing}.`);
  const stop = undoable(() => redis.stop());
  await onStack(measures, 'Redis', redis.url);
  await stop();
}

function readParts(args: readonly string[]): readonly string[] {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const unknown = positionals.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"\n${USAGE}`);
  return positionals.length > 0 ? positionals : PARTS;
}

async function main(): Promise<void> {
  const parts = readParts(process.argv.slice(2));
  const wanted = (measures: Readonly<Record<string, Measure>>): readonly Measure[] =>
    Object.entries(measures).flatMap(([part, measure]) => (parts.includes(part) ? [measure] : []));
  say(`# Job Scope, measured on ${cpus().length} cores (${cpus()[0]?.model}) with Node ${process.version}`);
  await onRedis(wanted(ON_BOTH));
  await onStack(wanted({ ...ON_BOTH, ...ON_POSTGRES }), 'PostgreSQL');
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
