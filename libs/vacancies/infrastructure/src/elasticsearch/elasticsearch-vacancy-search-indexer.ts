import { errors, type Client, type estypes } from '@elastic/elasticsearch';
import type { VacancySearchIndexer, VacancyToIndex } from '@job-scope/vacancies-ports';
import { toDocument, type SearchDocument } from './search-document';
import { INDEX_VERSION, mappings, SEARCH_ALIAS, settings } from './search-index';

const CONFLICT = 409;
const BAD_REQUEST = 400;

/** Keeps the index behind the alias. The revision is the document's external version: a lower one never overwrites. */
export class ElasticsearchVacancySearchIndexer implements VacancySearchIndexer {
  constructor(
    private readonly client: Client,
    private readonly alias = SEARCH_ALIAS,
  ) {}

  /**
   * Index and alias are made in one step, so that nobody ever sees the one without the other. An index of an earlier
   * version of us learns the fields that came since: it refuses every other one.
   */
  async prepare(): Promise<void> {
    if (await this.client.indices.existsAlias({ name: this.alias })) {
      await this.client.indices.putMapping({ index: this.alias, ...mappings });
      return;
    }
    const index = `${this.alias}-v${INDEX_VERSION}`;
    try {
      await this.client.indices.create({ index, settings, mappings, aliases: { [this.alias]: {} } });
    } catch (error) {
      if (!isMadeByAnother(error)) throw error;
    }
  }

  async index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    const refused = new Map<string, string>();
    const operations: (estypes.BulkOperationContainer | SearchDocument)[] = [];
    for (const entry of vacancies) {
      const { vacancy } = entry;
      try {
        const document = toDocument(entry);
        operations.push(
          { index: { _id: vacancy.id, version: vacancy.revision, version_type: 'external_gte' } },
          document,
        );
      } catch (error) {
        refused.set(vacancy.id, String(error));
      }
    }
    if (operations.length === 0) return refused;
    // Without `require_alias` a write before `prepare` would make an index of guessed fields under the alias' name.
    const answer = await this.client.bulk({ index: this.alias, require_alias: true, operations });
    for (const { index: item } of answer.items) noteRefusal(item, refused);
    return refused;
  }

  async refresh(): Promise<void> {
    await this.client.indices.refresh({ index: this.alias });
  }
}

/** A bulk answer is 200 even if nothing was stored: every item says for itself how it went. */
const noteRefusal = (item: estypes.BulkResponseItem | undefined, refused: Map<string, string>): void => {
  if (!item?.error || item.status === CONFLICT) return;
  const { type, reason, caused_by: cause } = item.error;
  const told = [type, reason, cause?.reason].filter(Boolean).join(': ');
  // Anything else is no fault of the document: too busy, no such index, no disk left.
  if (item.status !== BAD_REQUEST || !item._id) throw new Error(`Elasticsearch could not index ${item._id}: ${told}`);
  refused.set(item._id, told);
};

const isMadeByAnother = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.body?.error?.type === 'resource_already_exists_exception';
