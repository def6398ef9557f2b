import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findElasticsearch, findRedis } from '@job-scope/platform-testing';
import { collecting, http, logins, me, memory, say, search, unchanged } from './parts';
import { FULL, QUICK, type Sizes } from './sizes';
import { startStack, type Stack, type StackOptions } from './stack';
import { undoable, undoAll } from './undo';

/** Measured with sessions in Redis and with sessions in PostgreSQL. */
const ON_BOTH = { http, me, logins };
const ON_POSTGRES = { collecting, unchanged, search, memory };
/** With the queue and the index of the other configuration. */
const ON_ELASTICSEARCH = { collecting, search };

const PARTS = [...Object.keys(ON_BOTH), ...Object.keys(ON_POSTGRES)];

const USAGE = `npm run bench -- [--quick] [part …]      parts: ${PARTS.join(', ')}; all of them unless some are named
--quick shows in a few seconds that a part works; its figures say little`;

type Measure = (stack: Stack, sizes: Sizes, store: string) => Promise<void>;

interface Wish {
  readonly measures: readonly Measure[];
  readonly sizes: Sizes;
}

/** Every stack is new, and nothing else of ours runs meanwhile. */
async function onStack({ measures, sizes }: Wish, store: string, servers: StackOptions = {}): Promise<void> {
  if (measures.length === 0) return;
  const stack = await startStack(servers);
  const work = async () => {
    for (const measure of measures) await measure(stack, sizes, store);
  };
  await Promise.race([work(), stack.broken]);
  await stack.stop();
}

async function onRedis(wish: Wish): Promise<void> {
  if (wish.measures.length === 0) return;
  const redis = await findRedis();
  if ('missing' in redis) return say(`\nNot measured with sessions in Redis, because ${redis.missing}.`);
  const stop = undoable(() => redis.stop());
  await onStack(wish, 'Redis', { redisUrl: redis.url });
  await stop();
}

async function onElasticsearch(wish: Wish): Promise<void> {
  if (wish.measures.length === 0) return;
  const [redis, elasticsearch] = [await findRedis(), await findElasticsearch()];
  const stops = [redis, elasticsearch].map((server) => undoable(async () => 'stop' in server && (await server.stop())));
  if ('missing' in redis) say(`\nNot measured on Redis and Elasticsearch, because ${redis.missing}.`);
  else if ('missing' in elasticsearch)
    say(`\nNot measured on Redis and Elasticsearch, because ${elasticsearch.missing}.`);
  else await onStack(wish, 'Redis', { redisUrl: redis.url, elasticsearchUrl: elasticsearch.url });
  for (const stop of stops) await stop();
}

function readArguments(args: readonly string[]): { parts: readonly string[]; sizes: Sizes } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: { type: 'boolean' } },
  });
  const unknown = positionals.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"\n${USAGE}`);
  return { parts: positionals.length > 0 ? positionals : PARTS, sizes: values.quick ? QUICK : FULL };
}

async function main(): Promise<void> {
  const { parts, sizes } = readArguments(process.argv.slice(2));
  const wanted = (measures: Readonly<Record<string, Measure>>): Wish => ({
    measures: Object.entries(measures).flatMap(([part, measure]) => (parts.includes(part) ? [measure] : [])),
    sizes,
  });
  say(`# Job Scope, measured on ${cpus().length} cores (${cpus()[0]?.model}) with Node ${process.version}`);
  await onRedis(wanted(ON_BOTH));
  await onStack(wanted({ ...ON_BOTH, ...ON_POSTGRES }), 'PostgreSQL');
  await onElasticsearch(wanted(ON_ELASTICSEARCH));
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
