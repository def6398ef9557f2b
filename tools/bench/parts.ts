import { compareCollecting } from './collecting/collecting-ratio';
import { collectUnchanged } from './collecting/unchanged';
import { compareAccess } from './http/access-ratio';
import { compareReads, type ReadSummary } from './logins/reads-under-logins';
import { measurePeakMemory } from './memory/memory-growth';
import { spread, table, verdict } from './report';
import { reportOf } from './search/report-searches';
import { compareSearches } from './search/search-ratio';
import type { Sizes } from './sizes';
import type { Stack } from './stack';

/* Each part measures one thing on a stack, and says what came of it. */

const SUMMARY = ['', 'min', 'median', 'max'];
const HEAP_MEGABYTES = 128;
const MOST_GROWTH_MEGABYTES = 50;

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

export async function http(stack: Stack, { load }: Sizes, store: string): Promise<void> {
  say(`\n## An authenticated route against a bare Fastify route, sessions in ${store}\n`);
  const median = await access(stack, load, '/api/v1/sources');
  if (store === 'Redis') say(`Goal ${verdict(median >= 0.35, 'a median of 0.35 or more')}.`);
}

export async function me(stack: Stack, { load }: Sizes, store: string): Promise<void> {
  say(`\n## A route of auth-service through the gateway against a bare Fastify route, sessions in ${store}\n`);
  await access(stack, load, '/api/v1/auth/me');
}

async function access(stack: Stack, load: Sizes['load'], path: string): Promise<number> {
  const { rounds, connections, seconds } = load;
  say(`GET ${path}: ${rounds} rounds, ${connections} connections, ${seconds} s each\n`);
  const { bare, gateway, gatewayP99, ratio } = await compareAccess(stack, { ...load, path });
  const rows = [
    ['bare Fastify, requests/s', ...spread(bare)],
    ['gateway, requests/s', ...spread(gateway)],
    ['ratio', ...spread(ratio, 2)],
  ];
  say(table(SUMMARY, rows));
  say(`\nSlowest hundredth at the gateway: ${gatewayP99} ms or more.`);
  return ratio.median;
}

export async function logins(stack: Stack, { logins: size }: Sizes, store: string): Promise<void> {
  const { rounds, clients, readsPerSecond, seconds } = size;
  say(`\n## Reads while others log in, sessions in ${store}\n`);
  say(`${rounds} rounds of ${seconds} s: ${readsPerSecond} reads/s come whatever happens, ${clients} clients log in\n`);
  const { alone, underLogins, hashes, logins, loginRatio } = await compareReads(stack, size);
  const rows = [
    ...readRows('alone', alone),
    ...readRows('under logins', underLogins),
    ["one core's argon2, hashes/s", ...spread(hashes, 1)],
    ['logins/s', ...spread(logins, 1)],
    ['ratio', ...spread(loginRatio, 2)],
  ];
  say(table(SUMMARY, rows));
  const allowed = Math.max(2 * alone.p99.median, alone.p99.median + 5);
  const reads = verdict(underLogins.p99.median <= allowed, `a median p99 of ${allowed.toFixed(1)} ms or less`);
  say(`\nGoals ${reads}; ${verdict(loginRatio.median >= 0.8, 'a median ratio of 0.8 or more')}.`);
}

const readRows = (name: string, { p50, p99, ownLatenessP99 }: ReadSummary): readonly (readonly string[])[] => [
  [`reads ${name}, p50 ms`, ...spread(p50, 1)],
  [`reads ${name}, p99 ms`, ...spread(p99, 1)],
  ['  sent too late by, p99 ms', ...spread(ownLatenessP99, 1)],
];

export async function collecting(stack: Stack, { collecting: size }: Sizes, store: string): Promise<void> {
  const { rounds, vacancies } = size;
  const index = stack.elasticsearchUrl === undefined ? '' : ' and Elasticsearch';
  say(
    `\n## Collecting against a plain script, on ${store}${index}\n\n${rounds} rounds of ${vacancies} new vacancies\n`,
  );
  const { raw, product, searchable, ratio } = await compareCollecting(stack, size);
  const rows = [
    ['plain script, indexed, vacancies/s', ...spread(raw)],
    ['vacancy-worker, stored, vacancies/s', ...spread(product)],
    ['vacancy-worker, indexed, vacancies/s', ...spread(searchable)],
    ['ratio, both indexed', ...spread(ratio, 2)],
  ];
  say(table(SUMMARY, rows));
  say(`\nGoal ${verdict(ratio.median >= 0.5, 'a median of 0.5 or more')}.`);
}

export async function unchanged(stack: Stack, { unchanged: { vacancies } }: Sizes): Promise<void> {
  say(`\n## Collecting ${vacancies} vacancies again that have not changed\n`);
  const { written, perSecond } = await collectUnchanged(stack, vacancies);
  say(
    table(
      ['table', 'rows written'],
      written.map(([name, rows]) => [name, String(rows)]),
    ),
  );
  say(`\n${perSecond.toFixed(0)} vacancies/s.`);
  const rows = written.reduce((sum, [, count]) => sum + count, 0);
  say(`Goal ${verdict(rows === 0, 'not one of these rows')}.`);
}

export async function memory(stack: Stack, { memory: { few, many } }: Sizes): Promise<void> {
  say(`\n## Peak memory of the worker, its heap capped at ${HEAP_MEGABYTES} MiB\n`);
  const megabytesAt = async (vacancies: number) =>
    (await measurePeakMemory(stack, vacancies, HEAP_MEGABYTES)) / 2 ** 20;
  const atFew = await megabytesAt(few);
  const growth = (await megabytesAt(many)) - atFew;
  const rows = [
    [`${few} vacancies`, atFew.toFixed(0)],
    [`${many} vacancies`, (atFew + growth).toFixed(0)],
    ['growth', growth.toFixed(0)],
  ];
  say(table(['', 'MiB'], rows));
  say(`\nGoal ${verdict(growth <= MOST_GROWTH_MEGABYTES, `${MOST_GROWTH_MEGABYTES} MiB or less`)}.`);
}

export async function search(stack: Stack, { search: size }: Sizes): Promise<void> {
  const hasGoals = stack.elasticsearchUrl !== undefined;
  const engine = hasGoals ? 'Elasticsearch' : 'PostgreSQL';
  say(`\n## Typical searches by anybody against the same questions to ${engine} itself\n`);
  const { rounds, connections, seconds } = size;
  say(`${size.vacancies} vacancies; ${rounds} rounds, ${connections} connections, ${seconds} s each`);
  for (const ratio of await compareSearches(stack, size)) say(reportOf(ratio, hasGoals));
}
