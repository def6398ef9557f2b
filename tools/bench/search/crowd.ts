import { randomUUID } from 'node:crypto';
import { runSql } from '@job-scope/platform-testing';
import { collectAll, emptyTables } from '../collecting/collect';
import { copyIndex, countIndexed, WRITE_ALIAS, type IndexDocument } from '../collecting/index-copy';
import { startSimulator, type Stack } from '../stack';

const AT_ONCE = 2_000;
const MINUTES_APART = 37;

export interface Crowd {
  readonly vacancies: number;
  /** So many are collected, 10,000 at most; the others are copies of them, which costs minutes less. */
  readonly collected: number;
}

/** Fills the index with vacancies, all of which can be found. */
export async function fillIndex(stack: Stack, { vacancies, collected }: Crowd): Promise<void> {
  await collect(stack, collected);
  const copies = Math.floor(vacancies / collected) - 1;
  if (stack.elasticsearchUrl === undefined) await copyRows(stack, copies);
  else await copyDocuments(stack.elasticsearchUrl, (await copyIndex(stack)).elasticsearch, copies);
  const indexed = await countIndexed(stack);
  if (indexed !== collected * (copies + 1)) throw new Error(`${indexed} vacancies are in the index`);
}

async function collect(stack: Stack, vacancies: number): Promise<void> {
  await emptyTables(stack);
  const simulator = await startSimulator(vacancies);
  const worker = await stack.startWorker({ sourceUrl: simulator.url });
  try {
    await collectAll(stack, worker, vacancies);
  } finally {
    await worker.stop();
    await simulator.stop();
  }
}

async function copyRows({ databaseUrl }: Stack, copies: number): Promise<void> {
  const columns = (await runSql(
    databaseUrl,
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE (table_schema, table_name, is_generated) = ('vacancies', 'search_documents', 'NEVER')`,
  )) as { name: string }[];
  const names = columns.map(({ name }) => name);
  const copied = names.map((name) => CHANGED[name] ?? name);
  await runSql(databaseUrl, 'CREATE TABLE vacancies.search_originals AS SELECT * FROM vacancies.search_documents');
  for (let copy = 1; copy <= copies; copy += 1) {
    const sql = `INSERT INTO vacancies.search_documents (${names.join(', ')})
      SELECT ${copied.join(', ')} FROM vacancies.search_originals CROSS JOIN (SELECT $1::int AS copy) made`;
    await runSql(databaseUrl, sql, [copy]);
  }
  await runSql(databaseUrl, 'DROP TABLE vacancies.search_originals');
  await runSql(databaseUrl, FOLD_COUNTS);
  await runSql(databaseUrl, 'VACUUM ANALYZE vacancies.search_documents');
  await runSql(databaseUrl, 'VACUUM ANALYZE vacancies.search_counts');
}

const CHANGED: Readonly<Record<string, string>> = {
  id: 'gen_random_uuid()',
  source_id: `source_id || '-' || copy`,
  published_at: `published_at - copy * interval '${MINUTES_APART} minutes'`,
};

/** As the indexer does now and then. */
const FOLD_COUNTS = `
  WITH taken AS (DELETE FROM vacancies.search_count_changes RETURNING kind, key, label, change)
  INSERT INTO vacancies.search_counts AS stored (kind, key, label, count)
  SELECT kind, key, label, sum(change) FROM taken GROUP BY kind, key, label HAVING sum(change) <> 0
  ON CONFLICT (kind, key, label) DO UPDATE SET count = stored.count + excluded.count`;

async function copyDocuments(url: string, documents: readonly IndexDocument[], copies: number): Promise<void> {
  for (let copy = 1; copy <= copies; copy += 1) {
    for (let first = 0; first < documents.length; first += AT_ONCE) {
      const lines = documents.slice(first, first + AT_ONCE).flatMap((document) => {
        const id = randomUUID();
        const publishedAt = earlier(String(document['publishedAt']), copy);
        const changed = { ...document, id, sourceId: `${String(document['sourceId'])}-${copy}`, publishedAt };
        return [JSON.stringify({ index: { _id: id } }), JSON.stringify(changed)];
      });
      await bulk(url, `${lines.join('\n')}\n`);
    }
  }
  // As an index is that has been at rest for a while: searches do not pay for the copying.
  await post(url, `${WRITE_ALIAS}/_forcemerge?max_num_segments=5`);
}

const earlier = (time: string, copy: number): string =>
  new Date(Date.parse(time) - copy * MINUTES_APART * 60_000).toISOString();

async function bulk(url: string, body: string): Promise<void> {
  const { errors } = (await post(url, `${WRITE_ALIAS}/_bulk`, body)) as { errors: boolean };
  if (errors) throw new Error('Elasticsearch refused some of the copies');
}

async function post(url: string, path: string, body?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const response = await fetch(`${url}/${path}`, { method: 'POST', ...(body && { headers, body }) });
  if (!response.ok) throw new Error(`Elasticsearch refused ${path}: ${await response.text()}`);
  return response.json();
}
