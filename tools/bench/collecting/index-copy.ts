import { runSql } from '@job-scope/platform-testing';
import type { Stack } from '../stack';

/** What one vacancy is in the search index, as the worker has made it. */
export type IndexDocument = Readonly<Record<string, unknown>> & { readonly id: string };

/** Where searches of the worker's version read, and where it writes. */
const READ_ALIASES = '*-read';
export const WRITE_ALIAS = 'vacancies-write';
/** Elasticsearch shows no more at once. */
const MOST = 10_000;

/** Without its words, and without what the database works out by itself: who writes it has them found again. */
const SENT_DOCUMENTS = `
  SELECT to_jsonb(d) - 'tsv' - ARRAY(
    SELECT column_name::text FROM information_schema.columns
    WHERE (table_schema, table_name, is_generated) = ('vacancies', 'search_documents', 'ALWAYS')) AS document
  FROM vacancies.search_documents d`;

/** What the index of each engine holds. PostgreSQL's is always kept. */
export interface IndexCopy {
  readonly postgres: readonly IndexDocument[];
  readonly elasticsearch: readonly IndexDocument[];
}

/** All that is indexed, so that a plain script can write the same. */
export async function copyIndex({ databaseUrl, elasticsearchUrl }: Stack): Promise<IndexCopy> {
  const rows = (await runSql(databaseUrl, SENT_DOCUMENTS)) as { document: IndexDocument }[];
  const postgres = rows.map(({ document }) => document);
  return { postgres, elasticsearch: elasticsearchUrl === undefined ? [] : await copyElasticsearch(elasticsearchUrl) };
}

async function copyElasticsearch(elasticsearchUrl: string): Promise<readonly IndexDocument[]> {
  await ask(elasticsearchUrl, 'POST', `${WRITE_ALIAS}/_refresh`);
  const answer = (await ask(elasticsearchUrl, 'GET', `${READ_ALIASES}/_search?size=${MOST}`)) as {
    hits: { hits: { _source: IndexDocument }[] };
  };
  return answer.hits.hits.map(({ _source }) => _source);
}

/** How many documents there are. */
export async function countIndexed({ databaseUrl, elasticsearchUrl }: Stack): Promise<number> {
  if (elasticsearchUrl === undefined) {
    const rows = await runSql(databaseUrl, 'SELECT count(*)::int AS count FROM vacancies.search_documents');
    return (rows as { count: number }[])[0]?.count ?? 0;
  }
  await ask(elasticsearchUrl, 'POST', `${WRITE_ALIAS}/_refresh`);
  return ((await ask(elasticsearchUrl, 'GET', `${WRITE_ALIAS}/_count`)) as { count: number }).count;
}

/** Its index is made by the first worker; until then there is nothing to empty. */
export async function emptyElasticsearch({ elasticsearchUrl }: Stack): Promise<void> {
  if (elasticsearchUrl === undefined) return;
  const path = `${WRITE_ALIAS}/_delete_by_query?refresh=true&conflicts=proceed&ignore_unavailable=true`;
  await ask(elasticsearchUrl, 'POST', path, { query: { match_all: {} } });
}

async function ask(url: string, method: string, path: string, body?: object): Promise<unknown> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(new URL(path, `${url}/`), { method, ...(body && json) });
  if (!response.ok) throw new Error(`Elasticsearch refused ${path}: ${await response.text()}`);
  return response.json();
}
