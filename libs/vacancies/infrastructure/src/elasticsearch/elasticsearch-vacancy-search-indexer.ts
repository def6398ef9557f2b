import type { Client, estypes } from '@elastic/elasticsearch';
import type { VacancySearchIndexer, VacancyToIndex } from '@job-scope/vacancies-ports';
import { guardOf, IndexSet } from './index-set';
import { removeFrom } from './removal';
import { toDocument, type SearchDocument } from './search-document';
import { INDEX_VERSION, mappings, SEARCH_ALIAS } from './search-index';

const CONFLICT = 409;
const BAD_REQUEST = 400;
const NOT_FOUND = 404;

/**
 * Writes to the index that searches read, and to the one that is being built beside it. The revision is the document's
 * external version: a lower one never overwrites.
 */
export class ElasticsearchVacancySearchIndexer implements VacancySearchIndexer {
  private readonly indexes: IndexSet;

  constructor(
    private readonly client: Client,
    base = SEARCH_ALIAS,
    version = INDEX_VERSION,
  ) {
    this.indexes = new IndexSet(client, base, version);
  }

  /**
   * Index and aliases are made in one step, so that nobody ever sees the one without the other. An index that is there
   * learns the fields that came since: it refuses every other one.
   */
  async prepare(): Promise<void> {
    const { readAlias, writeAlias } = this.indexes;
    const live = await this.indexes.live();
    if (live !== undefined) await this.client.indices.putMapping({ index: live, ...mappings });
    else await this.indexes.create(this.indexes.nameOf('first'), [readAlias, writeAlias]);
  }

  async index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    const refused = new Map<string, string>();
    const documents: (readonly [id: string, revision: number, document: SearchDocument])[] = [];
    for (const entry of vacancies) {
      const { id, revision } = entry.vacancy;
      try {
        documents.push([id, revision, toDocument(entry)]);
      } catch (error) {
        refused.set(id, String(error));
      }
    }
    if (documents.length > 0) await this.store(documents, refused);
    return refused;
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const index of await this.indexes.writable()) await removeFrom(this.client, index, ids);
  }

  async refresh(): Promise<void> {
    for (const index of await this.indexes.writable()) await this.client.indices.refresh({ index });
  }

  private async store(documents: readonly Versioned[], refused: Map<string, string>): Promise<void> {
    const indexes = await this.indexes.writable();
    const operations = indexes.flatMap((index) => documents.flatMap((document) => operationOf(index, document)));
    const answer = await this.client.bulk({ require_alias: true, operations });
    const isGone = answer.items.some(({ index: item }) => item?.status === NOT_FOUND);
    // A rebuild has ended between the question and the writing: what is left has the answer.
    if (isGone && (await this.indexes.writable()).join() !== indexes.join()) return this.store(documents, refused);
    for (const { index: item } of answer.items) noteRefusal(item, refused);
  }
}

type Versioned = readonly [id: string, revision: number, document: SearchDocument];

const operationOf = (
  index: string,
  [id, version, document]: Versioned,
): readonly [estypes.BulkOperationContainer, SearchDocument] => [
  { index: { _index: guardOf(index), _id: id, version, version_type: 'external_gte' } },
  document,
];

/** A bulk answer is 200 even if nothing was stored: every item says for itself how it went. */
const noteRefusal = (item: estypes.BulkResponseItem | undefined, refused: Map<string, string>): void => {
  if (!item?.error || item.status === CONFLICT) return;
  const { type, reason, caused_by: cause } = item.error;
  const told = [type, reason, cause?.reason].filter(Boolean).join(': ');
  // Anything else is no fault of the document: too busy, no such index, no disk left.
  if (item.status !== BAD_REQUEST || !item._id) throw new Error(`Elasticsearch could not index ${item._id}: ${told}`);
  refused.set(item._id, told);
};
