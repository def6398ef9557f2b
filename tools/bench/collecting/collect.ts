import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { runSql, type RunningProcess } from '@job-scope/platform-testing';
import type { Stack } from '../stack';
import { countIndexed, emptyElasticsearch } from './index-copy';

const POLL_EVERY_MS = 200;

export interface CollectionTimes {
  /** From the run's start to its end, in milliseconds: all vacancies are stored. */
  readonly stored: number;
  /** From the run's start until the outbox is empty, to within the polling interval: all vacancies can be found. */
  readonly searchable: number;
}

/** Forgets all vacancies, and leaves nothing for the database to do later. */
export async function emptyTables(stack: Stack): Promise<void> {
  const { databaseUrl } = stack;
  const tables = [
    'vacancies',
    'search_documents',
    'search_counts',
    'search_count_changes',
    'duplicate_groups',
    'outbox',
  ];
  await runSql(databaseUrl, `TRUNCATE ${tables.map((table) => `vacancies.${table}`).join(', ')} CASCADE`);
  await emptyElasticsearch(stack);
  await runSql(databaseUrl, 'CHECKPOINT');
}

/** Has the worker collect everything, and waits for the end. Throws unless all of it is there. */
export async function collectAll(stack: Stack, worker: RunningProcess, vacancies: number): Promise<CollectionTimes> {
  const death = worker.exited.then(() => {
    throw new Error(`the worker has ended:\n${worker.output()}`);
  });
  return Promise.race([followCollection(stack, vacancies), death]);
}

async function followCollection(stack: Stack, vacancies: number): Promise<CollectionTimes> {
  const run = await requestCollection(stack);
  const { started, finished } = await endOf(stack, run);
  while ((await count(stack, 'vacancies.outbox WHERE dead_at IS NULL')) > 0) await delay(POLL_EVERY_MS);
  const searchable = Date.now() - started;
  const [rows, indexed] = [await count(stack, 'vacancies.vacancies'), await countIndexed(stack)];
  if (rows !== vacancies || indexed !== vacancies) {
    throw new Error(`after collecting ${vacancies} vacancies ${rows} are stored and ${indexed} are in the index`);
  }
  return { stored: finished - started, searchable };
}

async function requestCollection(stack: Stack): Promise<string> {
  const response = await fetch(`${stack.gatewayUrl}/api/v1/collections`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await stack.accessToken()}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ source: 'headhunter', query: {} }),
  });
  if (response.status !== 202) throw new Error(`no collection: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

async function endOf({ databaseUrl }: Stack, run: string): Promise<{ started: number; finished: number }> {
  for (;;) {
    const [row] = (await runSql(
      databaseUrl,
      'SELECT outcome, reason, started_at, finished_at FROM vacancies.collection_runs WHERE id = $1',
      [run],
    )) as { outcome: string | null; reason: string | null; started_at: Date; finished_at: Date }[];
    if (row?.outcome === 'complete') return { started: +row.started_at, finished: +row.finished_at };
    if (row?.outcome) throw new Error(`the run ended as ${row.outcome}: ${row.reason}`);
    await delay(POLL_EVERY_MS);
  }
}

async function count({ databaseUrl }: Stack, rowsOf: string): Promise<number> {
  const [row] = (await runSql(databaseUrl, `SELECT count(*)::int AS rows FROM ${rowsOf}`)) as { rows: number }[];
  return row?.rows ?? 0;
}
