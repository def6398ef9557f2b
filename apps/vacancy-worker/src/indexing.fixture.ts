import { createDataSource, SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import {
  AdvanceIndexOperation,
  GetIndexOperation,
  RelayOutbox,
  RequestIndexOperation,
  type IndexOperationView,
} from '@job-scope/vacancies-application';
import {
  OUTBOX_CHANNEL,
  PostgresAreaReader,
  PostgresDuplicateGroups,
  PostgresIndexOperationReader,
  PostgresIndexRefusals,
  PostgresListener,
  PostgresOutboxFeed,
  PostgresStoredRevisions,
  PostgresVacancyReader,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { VacancySearchIndexers, type SearchTarget } from '@job-scope/vacancies-infrastructure/search-engines';
import type { VacancySearchAdministration, VacancySearchReader } from '@job-scope/vacancies-ports';
import { at, aVacancyToStore, EVERYTHING, InMemoryCollectionJobQueue } from '@job-scope/vacancies-testing';
import { silentLogger } from '@job-scope/platform-nest';

export type Database = Awaited<ReturnType<typeof createDataSource>>;

export interface EngineUnderTest extends SearchTarget {
  readonly administration: VacancySearchAdministration;
  readonly reader: VacancySearchReader;
}

/** A worker's ends on a real database and one real engine, without its loops. */
export class RealIndexing {
  readonly unitOfWork: PostgresVacancyUnitOfWork;
  readonly refusals: PostgresIndexRefusals;
  private readonly ids = new UuidV7Generator();
  private readonly clock = new SystemClock();
  private readonly indexer: VacancySearchIndexers;

  constructor(
    private readonly database: Database,
    private readonly databaseUrl: string,
    private readonly engine: EngineUnderTest,
  ) {
    this.unitOfWork = new PostgresVacancyUnitOfWork(database, this.ids);
    this.refusals = new PostgresIndexRefusals(database);
    this.indexer = new VacancySearchIndexers([engine], this.refusals);
  }

  prepare = () => this.indexer.prepare();

  /** Stores vacancies of these numbers as collecting does; another content is a change. */
  async store(numbers: readonly number[], content: string): Promise<void> {
    const batch = numbers.map((number) => aVacancyToStore(String(number), content, { title: `${content} ${number}` }));
    await this.unitOfWork.run(async (tx) => {
      const { written } = await tx.vacancies.store(batch, at(0));
      await tx.outbox.append(written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
    });
  }

  /** A relay of its own; each call delivers what is there. */
  relay(): () => Promise<number> {
    const { database, databaseUrl } = this;
    const listener = new PostgresListener({
      ...{ databaseUrl, channel: OUTBOX_CHANNEL, applicationName: 'relay', logger: silentLogger },
    });
    const feed = new PostgresOutboxFeed(database, listener, { firstDelayMs: 1, maxDelayMs: 10 });
    const relay = new RelayOutbox(feed, new InMemoryCollectionJobQueue(), this.indexer, ...this.ends(), this.clock);
    return async () => (await relay.execute(200)).claimed;
  }

  /** Until nothing is left to deliver. */
  async drain(): Promise<void> {
    const relay = this.relay();
    while ((await this.pending()) > 0) await relay();
  }

  /** How many changes are not in the index yet. */
  async pending(): Promise<number> {
    return (await new PostgresStoredRevisions(this.database).lag()).pending;
  }

  advancer(unitOfWork = this.unitOfWork): AdvanceIndexOperation {
    const { administration } = this.engine;
    const [vacancies, stored, duplicates, areas] = this.ends();
    const rest = [stored, this.indexer, this.refusals, vacancies, duplicates, areas] as const;
    return new AdvanceIndexOperation(unitOfWork, [administration], this.clock, ...rest);
  }

  async request(kind: 'rebuild' | 'check', repair = false): Promise<string> {
    const request = new RequestIndexOperation(this.unitOfWork, [this.engine.administration], this.clock, this.ids);
    const asked = await request.execute({ requester: null, kind, repair });
    if (!asked.ok) throw new Error(asked.error.code);
    return asked.value.id;
  }

  async operation(id: string): Promise<IndexOperationView> {
    const found = await new GetIndexOperation(new PostgresIndexOperationReader(this.database)).execute(id);
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  }

  /** Takes steps until it has ended, and gives how. */
  async finish(id: string): Promise<IndexOperationView> {
    const advancer = this.advancer();
    for (;;) {
      const operation = await this.operation(id);
      if (operation.status === 'succeeded' || operation.status === 'failed') return operation;
      await advancer.execute();
    }
  }

  async check(repair = false): Promise<IndexOperationView['drift']> {
    return (await this.finish(await this.request('check', repair))).drift;
  }

  /** How many vacancies a search finds; throws if it fails. */
  async found(): Promise<number> {
    const answer = await this.engine.reader.search({ ...EVERYTHING, limit: 1 });
    if (!answer.ok) throw new Error(`the search failed: ${answer.error.code}`);
    return answer.value.total.value;
  }

  private ends() {
    const { database } = this;
    return [
      new PostgresVacancyReader(database),
      new PostgresStoredRevisions(database),
      new PostgresDuplicateGroups(database),
      new PostgresAreaReader(database),
    ] as const;
  }
}

export const range = (count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index);
