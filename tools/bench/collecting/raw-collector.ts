import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Client } from 'pg';
import { request } from 'undici';
import type { IndexCopy } from './index-copy';
import { INDEX_BATCH, indexesOf, type WriteIndexes } from './raw-index';

/**
 * What collecting would cost without the product: `raw-collector.ts <simulator> <database> <documents> [Elasticsearch]`.
 * The same requests and the same two tables, a transaction a page, the next page on its way meanwhile, and the same
 * documents in each index, which are read from a file before the clock starts; but no layers, no checks, and nothing to
 * resume from. Prints what it did and how many milliseconds it took as one line of JSON.
 */
interface Item {
  readonly [field: string]: unknown;
  readonly salary: { readonly from: number | null; readonly to: number | null; readonly currency: string } | null;
  readonly snippet: { readonly requirement: string | null; readonly responsibility: string | null };
  readonly employer?: { readonly id?: string; readonly name: string };
  readonly area: { readonly id: string; readonly name: string };
}

/** Column, its type, and where in an item it is found. */
const COLUMNS: readonly (readonly [string, string, (item: Item) => unknown])[] = [
  ['source_id', 'text', (item) => item['id']],
  ['title', 'text', (item) => item['name']],
  ['url', 'text', (item) => item['alternate_url']],
  ['apply_url', 'text', (item) => item['apply_alternate_url']],
  ['employer_id', 'text', (item) => item.employer?.id],
  ['employer_name', 'text', (item) => item.employer?.name],
  ['area_id', 'text', (item) => item.area.id],
  ['area_name', 'text', (item) => item.area.name],
  ['salary_from_minor', 'bigint', ({ salary }) => salary?.from && salary.from * 100],
  ['salary_to_minor', 'bigint', ({ salary }) => salary?.to && salary.to * 100],
  ['salary_currency', 'text', ({ salary }) => salary?.currency],
  ['salary_period', 'text', ({ salary }) => salary && 'month'],
  ['requirement', 'text', (item) => item.snippet.requirement],
  ['responsibility', 'text', (item) => item.snippet.responsibility],
  ['has_test', 'boolean', (item) => item['has_test']],
  ['professional_roles', 'jsonb', (item) => JSON.stringify(item['professional_roles'])],
  ['raw', 'jsonb', (item) => JSON.stringify(item)],
  ['published_at', 'timestamptz', (item) => item['published_at']],
];

const NAMES = COLUMNS.map(([name]) => name);

const UPSERT = `
  INSERT INTO vacancies.vacancies AS stored
    (id, source, revision, content_hash, state, first_seen_at, changed_at, ${NAMES.join(', ')})
  SELECT uuidv7(), 'headhunter', 1, '', 'active', now(), now(), ${NAMES.join(', ')}
  FROM unnest(${COLUMNS.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')}) AS item (${NAMES.join(', ')})
  ON CONFLICT (source, source_id) DO UPDATE
    SET revision = stored.revision + 1, ${NAMES.slice(1)
      .map((name) => `${name} = EXCLUDED.${name}`)
      .join(', ')}
  RETURNING id`;

const OUTBOX = `
  INSERT INTO vacancies.outbox (event_name, event_version, aggregate_id, revision, payload)
  SELECT 'vacancies.changed', 1, id, 1, jsonb_build_object('vacancyId', id, 'revision', 1) FROM unnest($1::uuid[]) AS id`;

const HEADERS = { 'HH-User-Agent': 'JobScopeBench/1.0 (bench@example.org)', 'accept-encoding': 'gzip' };
const unzip = promisify<Buffer, Buffer>(gunzip);

interface Page {
  readonly items: readonly Item[];
  readonly pages: number;
}

async function fetchPage(simulator: string, page: number): Promise<Page> {
  const query = `page=${page}&per_page=100&order_by=publication_time&no_magic=true`;
  const { body } = await request(`${simulator}/vacancies?${query}`, { headers: HEADERS });
  const bytes = await unzip(Buffer.from(await body.arrayBuffer()));
  return JSON.parse(bytes.toString('utf8')) as Page;
}

async function storePage(database: Client, items: readonly Item[]): Promise<void> {
  await database.query('BEGIN');
  const { rows } = await database.query<{ id: string }>(
    UPSERT,
    COLUMNS.map(([, , read]) => items.map(read)),
  );
  await database.query(OUTBOX, [rows.map(({ id }) => id)]);
  await database.query('COMMIT');
}

async function main([simulator = '', databaseUrl = '', copy = '', elasticsearchUrl]: readonly string[]): Promise<void> {
  const documents = JSON.parse(await readFile(copy, 'utf8')) as IndexCopy;
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const write = indexesOf(documents, database, elasticsearchUrl);
  const startedAt = performance.now();
  const vacancies = await collect(simulator, database, write);
  const milliseconds = performance.now() - startedAt;
  await database.end();
  process.stdout.write(`${JSON.stringify({ vacancies, milliseconds })}\n`);
}

/** How many vacancies it has stored; as many documents are in the index. */
async function collect(simulator: string, database: Client, write: WriteIndexes): Promise<number> {
  let [vacancies, indexed] = [0, 0];
  let ahead: Promise<Page> | undefined = fetchPage(simulator, 0);
  for (let page = 0; ahead; page += 1) {
    const { items, pages }: Page = await ahead;
    ahead = page + 1 < pages ? fetchPage(simulator, page + 1) : undefined;
    await storePage(database, items);
    vacancies += items.length;
    if (ahead && vacancies - indexed < INDEX_BATCH) continue;
    await write(indexed, vacancies);
    indexed = vacancies;
  }
  return vacancies;
}

void main(process.argv.slice(2));
