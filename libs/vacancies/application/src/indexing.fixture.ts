import type { IndexOperationKind, VacancySearchAdministration, VacancySearchIndexer } from '@job-scope/vacancies-ports';
import {
  at,
  aVacancyToStore,
  InMemoryIndexRefusals,
  InMemorySearchIndex,
  InMemoryVacancyDatabase,
  SequentialIds,
  SharedIndexes,
} from '@job-scope/vacancies-testing';
import { AdvanceIndexOperation } from './advance-index-operation.use-case';
import { PrepareSearchIndex } from './prepare-search-index.use-case';
import { ReadSearchIndex } from './read-search-index.query';
import { RequestIndexOperation } from './request-index-operation.use-case';

export const REQUESTER = { userId: 'ann', client: { ip: '::1', userAgent: null } };

/** A database and an engine, and a worker of any version on them. Its clock only goes when it is told to. */
export class Indexing {
  readonly database = new InMemoryVacancyDatabase();
  readonly shared = new SharedIndexes();
  readonly index = this.indexOf(1);
  readonly refusals = new InMemoryIndexRefusals(() => at(0));
  private readonly ids = new SequentialIds('b01');
  private seconds = 0;
  readonly clock = { now: () => at(this.seconds) };

  indexOf(version: number): InMemorySearchIndex {
    return new InMemorySearchIndex('elasticsearch', version, this.shared);
  }

  /** Stores vacancies of these titles, each by the number of its place; the same number again is a new revision. */
  async store(...titles: readonly string[]): Promise<void> {
    const batch = titles.map((title, index) => aVacancyToStore(String(index), title, { title }));
    await this.database.unitOfWork.run(async (tx) => {
      const { written } = await tx.vacancies.store(batch, at(0));
      await tx.outbox.append(written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
    });
  }

  /** Whatever was on its way is lost: the index never hears of it. */
  async loseMessages(): Promise<void> {
    await this.database.change((state) => state.outbox.clear());
  }

  /** As the relay does it. */
  async relay(index: InMemorySearchIndex = this.index): Promise<void> {
    const vacancies = [...this.database.read().vacancies.values()];
    await this.recording(index).index(vacancies.map((vacancy) => ({ vacancy, areaPath: [], isCanonical: true })));
    await this.loseMessages();
  }

  async request(kind: IndexOperationKind, index: InMemorySearchIndex = this.index, repair = false) {
    const { unitOfWork } = this.database;
    const useCase = new RequestIndexOperation(unitOfWork, [index], this.clock, this.ids);
    return useCase.execute({ requester: REQUESTER, kind, repair });
  }

  advancer(index: InMemorySearchIndex = this.index, administration: VacancySearchAdministration = index) {
    const { unitOfWork, revisions, vacancies, duplicates, areas } = this.database;
    const indexer = this.recording(index);
    const ends = [revisions, indexer, this.refusals, vacancies, duplicates, areas] as const;
    return new AdvanceIndexOperation(unitOfWork, [administration], this.clock, ...ends);
  }

  preparer(index: InMemorySearchIndex = this.index) {
    const { revisions, unitOfWork } = this.database;
    return new PrepareSearchIndex(index, [index], revisions, unitOfWork, this.clock, this.ids);
  }

  /** Takes steps until none is left; time passes only while one has to wait. */
  async finish(index: InMemorySearchIndex = this.index): Promise<void> {
    const advancer = this.advancer(index);
    for (;;) {
      const advance = await advancer.execute();
      if (advance === 'idle') return;
      if (advance === 'waiting') this.seconds += 1;
    }
  }

  async run(kind: IndexOperationKind, repair = false) {
    await this.request(kind, this.index, repair);
    await this.finish();
    return this.latest();
  }

  async latest() {
    const { lastOperation } = await this.status();
    if (!lastOperation) throw new Error('nothing was asked for');
    return lastOperation;
  }

  status(index: InMemorySearchIndex = this.index) {
    const { revisions, indexOperations } = this.database;
    return new ReadSearchIndex([index], revisions, this.refusals, indexOperations).execute();
  }

  /** Titles that searches find. */
  found(): readonly string[] {
    const index = this.shared.live === undefined ? undefined : this.shared.indexes.get(this.shared.live);
    return [...(index?.documents.values() ?? [])].map(({ vacancy }) => vacancy.title).sort();
  }

  /** What an engine refuses is noted, and not heard of any more: as the adapters of a worker are put together. */
  private recording(index: InMemorySearchIndex): VacancySearchIndexer {
    return {
      prepare: () => index.prepare(),
      refresh: () => index.refresh(),
      remove: (ids) => index.remove(ids),
      index: async (entries) => {
        const reasons = await index.index(entries);
        const ids = entries.map(({ vacancy }) => vacancy.id);
        const refused = entries.flatMap(({ vacancy: { id: vacancyId, revision } }) => {
          const reason = reasons.get(vacancyId);
          return reason === undefined ? [] : [{ engine: index.engine, vacancyId, revision, reason }];
        });
        await this.refusals.note(index.engine, ids, refused);
        return new Map();
      },
    };
  }
}
