import type { Client } from 'pg';
import { request } from 'undici';
import { WRITE_ALIAS, type IndexCopy, type IndexDocument } from './index-copy';

/** Writes the documents from one place to another into every index, as many at once as the worker does. */
export type WriteIndexes = (from: number, to: number) => Promise<void>;

export const INDEX_BATCH = 500;

type WriteIndex = (documents: readonly IndexDocument[]) => Promise<void>;

export function indexesOf(copy: IndexCopy, database: Client, elasticsearchUrl: string | undefined): WriteIndexes {
  const intoPostgres = postgresIndex(database, copy.postgres);
  const intoElasticsearch = elasticsearchUrl === undefined ? undefined : elasticsearchIndex(elasticsearchUrl);
  return async (from, to) => {
    await Promise.all([
      intoPostgres(copy.postgres.slice(from, to)),
      intoElasticsearch?.(copy.elasticsearch.slice(from, to)),
    ]);
  };
}

/** PostgreSQL finds the words of each document, as it does for the worker. */
function postgresIndex(database: Client, [first]: readonly IndexDocument[]): WriteIndex {
  const columns = Object.keys(first ?? {}).join(', ');
  const words = (weight: string, ...texts: readonly string[]) =>
    `setweight(to_tsvector('vacancies.search', concat_ws(' ', ${texts.join(', ')})), '${weight}')`;
  const sql = `
    INSERT INTO vacancies.search_documents (${columns}, tsv)
    SELECT ${columns}, ${words('A', 'title')} || ${words('B', 'employer_name')}
      || ${words('C', 'requirement', 'responsibility')} || ${words('D', 'description')}
    FROM jsonb_populate_recordset(NULL::vacancies.search_documents, $1)`;
  return async (documents) => {
    await database.query(sql, [JSON.stringify(documents)]);
  };
}

const elasticsearchIndex =
  (url: string): WriteIndex =>
  async (documents) => {
    const lines = documents.flatMap((document) => [
      JSON.stringify({ index: { _index: WRITE_ALIAS, _id: document.id } }),
      JSON.stringify(document),
    ]);
    const { body } = await request(`${url}/_bulk`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${lines.join('\n')}\n`,
    });
    const { errors } = (await body.json()) as { errors: boolean };
    if (errors) throw new Error('Elasticsearch has refused some of the documents');
  };
