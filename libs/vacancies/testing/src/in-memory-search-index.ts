import type {
  IndexedRevision,
  SearchEngine,
  SearchIndexStatus,
  VacancySearchAdministration,
  VacancySearchIndexer,
  VacancyToIndex,
} from '@job-scope/vacancies-ports';

/** One index: what it holds by identifier. */
type Documents = Map<string, VacancyToIndex>;

/** The indexes that workers of several versions share, as an engine keeps them. */
export class SharedIndexes {
  readonly indexes = new Map<string, { readonly version: number; readonly documents: Documents }>();
  live: string | undefined;
  written: readonly string[] = [];
}

/** An engine without searches: both ends that write to it, of one version of us. It refuses titles that say so. */
export class InMemorySearchIndex implements VacancySearchAdministration, VacancySearchIndexer {
  constructor(
    readonly engine: SearchEngine = 'elasticsearch',
    readonly version = 1,
    private readonly shared = new SharedIndexes(),
  ) {}

  async prepare(): Promise<void> {
    if (this.shared.live !== undefined) return;
    await this.completeRebuild(await this.beginRebuild('first'));
  }

  async refresh(): Promise<void> {}

  async index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    const refused = new Map<string, string>();
    const targets = this.targets();
    if (targets.length === 0) throw new Error(`there is no index of version ${this.version}`);
    for (const entry of vacancies) {
      const { id, revision, title } = entry.vacancy;
      if (title === POISON) refused.set(id, 'the title cannot be indexed');
      else for (const each of targets) if ((each.get(id)?.vacancy.revision ?? 0) <= revision) each.set(id, entry);
    }
    return refused;
  }

  async status(): Promise<SearchIndexStatus> {
    const { live, indexes } = this.shared;
    const index = live === undefined ? undefined : indexes.get(live);
    if (live === undefined || !index) return { name: null, version: null, documents: 0, state: 'absent' };
    const { version, documents } = index;
    const state = version === this.version ? 'ready' : version < this.version ? 'outdated' : 'newer';
    return { name: live, version, documents: documents.size, state };
  }

  async beginRebuild(key: string): Promise<string> {
    const name = `v${this.version}-${key}`;
    const { indexes, live } = this.shared;
    if (!indexes.has(name)) indexes.set(name, { version: this.version, documents: new Map() });
    const isLiveOurs = live !== undefined && indexes.get(live)?.version === this.version;
    this.shared.written = isLiveOurs ? [live, name] : [name];
    return name;
  }

  async documentsOf(name: string): Promise<number> {
    return this.shared.indexes.get(name)?.documents.size ?? 0;
  }

  async completeRebuild(name: string): Promise<void> {
    this.shared.live = name;
    this.shared.written = [name];
  }

  async abandonRebuild(name: string): Promise<void> {
    this.shared.indexes.delete(name);
    this.shared.written = this.shared.written.filter((each) => each !== name);
  }

  async dropOthers(): Promise<void> {
    for (const name of this.shared.indexes.keys()) if (name !== this.shared.live) this.shared.indexes.delete(name);
  }

  async revisionsAfter(id: string | null, limit: number): Promise<readonly IndexedRevision[]> {
    return this.revisions()
      .filter((each) => id === null || each.id > id)
      .slice(0, limit);
  }

  async revisionsOf(ids: readonly string[]): Promise<readonly IndexedRevision[]> {
    return this.revisions().filter(({ id }) => ids.includes(id));
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const documents of this.targets()) for (const id of ids) documents.delete(id);
  }

  async drop(): Promise<void> {
    this.shared.indexes.clear();
    Object.assign(this.shared, { live: undefined, written: [] });
  }

  private targets(): readonly Documents[] {
    const ours = this.shared.written.map((name) => this.shared.indexes.get(name));
    return ours.flatMap((index) => (index?.version === this.version ? [index.documents] : []));
  }

  private revisions(): readonly IndexedRevision[] {
    const documents = this.shared.live === undefined ? undefined : this.shared.indexes.get(this.shared.live)?.documents;
    const all = [...(documents?.values() ?? [])].map(({ vacancy: { id, revision } }) => ({ id, revision }));
    return all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** A title that `InMemorySearchIndex` refuses. */
export const POISON = 'no index may hold this';
