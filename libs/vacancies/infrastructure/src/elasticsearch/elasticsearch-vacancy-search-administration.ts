import type { Client } from '@elastic/elasticsearch';
import type { IndexedRevision, SearchIndexStatus, VacancySearchAdministration } from '@job-scope/vacancies-ports';
import { IndexSet } from './index-set';
import { revisionsIn } from './removal';
import { INDEX_VERSION, SEARCH_ALIAS } from './search-index';

/** Rebuilds beside the index that is searched, and puts the new one in its place by its alias. */
export class ElasticsearchVacancySearchAdministration implements VacancySearchAdministration {
  readonly engine = 'elasticsearch';
  private readonly indexes: IndexSet;

  constructor(
    private readonly client: Client,
    base = SEARCH_ALIAS,
    readonly version = INDEX_VERSION,
  ) {
    this.indexes = new IndexSet(client, base, version);
  }

  async status(): Promise<SearchIndexStatus> {
    const live = await this.indexes.live();
    const name = live ?? newest([...(await this.indexes.all()).keys()], (index) => this.indexes.versionOf(index) ?? 0);
    if (name === undefined) return { name: null, version: null, documents: 0, state: 'absent' };
    const found = this.indexes.versionOf(name) ?? 0;
    const documents = (await this.client.count({ index: name })).count;
    const unread = found > this.version ? 'newer' : found < this.version ? 'outdated' : 'absent';
    return { name, version: found, documents, state: live === undefined ? unread : 'ready' };
  }

  async beginRebuild(key: string): Promise<string> {
    const { writeAlias } = this.indexes;
    const index = this.indexes.nameOf(key);
    await this.indexes.create(index, []);
    const live = await this.indexes.live();
    const wanted = live === undefined ? [index] : [live, index];
    const all = await this.indexes.all();
    // Whoever writes of another version waits from here on, so that nothing is written past the new index.
    const others = [...all].filter(([name, aliases]) => !wanted.includes(name) && aliases.includes(writeAlias));
    await this.indexes.change([
      ...wanted.map((name) => ({ add: { index: name, alias: writeAlias } })),
      ...others.map(([name]) => ({ remove: { index: name, alias: writeAlias } })),
    ]);
    return index;
  }

  async documentsOf(name: string): Promise<number> {
    await this.client.indices.refresh({ index: name });
    return (await this.client.count({ index: name })).count;
  }

  async completeRebuild(name: string): Promise<void> {
    const { readAlias, writeAlias } = this.indexes;
    const others = [...(await this.indexes.all())].filter(([index]) => index !== name);
    const removals = others.flatMap(([index, aliases]) =>
      aliases
        .filter((alias) => alias === readAlias || alias === writeAlias)
        .map((alias) => ({ remove: { index, alias } })),
    );
    await this.indexes.change([
      { add: { index: name, alias: readAlias } },
      { add: { index: name, alias: writeAlias } },
      ...removals,
    ]);
  }

  abandonRebuild(name: string): Promise<void> {
    return this.indexes.delete([name]);
  }

  async dropOthers(): Promise<void> {
    const live = await this.indexes.live();
    if (live === undefined) return;
    await this.indexes.delete([...(await this.indexes.all()).keys()].filter((index) => index !== live));
  }

  async revisionsAfter(id: string | null, limit: number): Promise<readonly IndexedRevision[]> {
    const index = await this.indexes.live();
    if (index === undefined) return [];
    const { hits } = await this.client.search({
      ...{ index, size: limit, sort: [{ id: 'asc' }], search_after: id === null ? undefined : [id] },
      ...{ _source: false, version: true, track_total_hits: false, allow_partial_search_results: false },
    });
    return hits.hits.map(({ _id, _version }) => ({ id: String(_id), revision: _version ?? 0 }));
  }

  async revisionsOf(ids: readonly string[]): Promise<readonly IndexedRevision[]> {
    const index = await this.indexes.live();
    return index === undefined ? [] : revisionsIn(this.client, index, ids);
  }

  async drop(): Promise<void> {
    await this.indexes.delete([...(await this.indexes.all()).keys()]);
  }
}

const newest = (indexes: readonly string[], versionOf: (index: string) => number): string | undefined =>
  indexes.toSorted((a, b) => versionOf(b) - versionOf(a))[0];
