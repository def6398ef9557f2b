import { ok } from '@job-scope/kernel';
import { silentLogger } from '@job-scope/platform-nest';
import {
  AbandonCollection,
  AdvanceExports,
  AdvanceIndexOperation,
  CancelCollection,
  CollectWindow,
  FindEndedRuns,
  ForgetRunHistory,
  IsSourcePaused,
  ListDeadLetterGroups,
  PlanCollection,
  PrepareSearchIndex,
  ReadIndexProgress,
  ReadOutboxBacklog,
  ReadRatesAge,
  RecoverLostWork,
  RefreshAreas,
  RefreshCurrencyRates,
  RelayOutbox,
  RemoveExpiredExports,
  WaitForOutbox,
} from '@job-scope/vacancies-application';
import { collectionQueueOf, type CollectionJobPayload, type Outage } from '@job-scope/vacancies-contracts';
import {
  aRun,
  aSnapshot,
  aWindow,
  FixedRates,
  InMemoryCollectionJobQueue,
  InMemoryCurrencyRateBook,
  InMemoryExportFiles,
  InMemoryExports,
  InMemoryRefreshClaims,
  InMemoryIndexRefusals,
  InMemorySearchIndex,
  InMemoryVacancyDatabase,
  InMemoryVacancySource,
  NO_HITS,
  NOTHING_TOLD,
  OpenBudget,
  SequentialIds,
  SourceWorld,
} from '@job-scope/vacancies-testing';
import type { INestApplicationContext, Provider } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Queue, QueueEvents, Worker, type Job, type QueueOptions } from 'bullmq';
import { WorkerModule, type WorkerModuleOptions } from './worker.module';

type Limits = Pick<WorkerModuleOptions, 'jobTimeLimitMs' | 'outagePatienceMs' | 'lockMs' | 'maxDeaths'>;

const ATTEMPTS = 3;
const PATIENCE_MS = 50_000;
/** Over all benches of a file: events of earlier jobs must not be taken for those of a new one. */
let added = 0;
const clock = { now: () => new Date() };

/** A worker on a real queue server, with everything else in memory. */
export class WorkerBench {
  readonly database = new InMemoryVacancyDatabase();
  readonly world = new SourceWorld();
  readonly source = new InMemoryVacancySource(this.world, new OpenBudget());
  private readonly queue: Queue<CollectionJobPayload>;
  private readonly events: QueueEvents;
  private apps: INestApplicationContext[] = [];

  constructor(private readonly connection: QueueOptions) {
    this.queue = new Queue(collectionQueueOf('headhunter'), connection);
    // From the beginning: what happens before the first reading would be missed otherwise.
    this.events = new QueueEvents(collectionQueueOf('headhunter'), { ...connection, lastEventId: '0' });
  }

  /** Starts a worker of its own. */
  async start(limits: Partial<Limits> = {}): Promise<INestApplicationContext> {
    const options = {
      outagePatienceMs: 0,
      ...limits,
      queue: this.connection,
      sources: ['headhunter'],
      logger: silentLogger,
      firstRetryMs: 1,
    };
    const module = await Test.createTestingModule({
      imports: [WorkerModule.register({ ...options, useCases: this.useCases() })],
    }).compile();
    this.apps.push(module);
    return module.init();
  }

  /** Stores a run with one window, planned already unless it is not to be. */
  async run(planned = true): Promise<{ runId: string; windowId: string }> {
    const run = aRun({ status: planned ? 'collecting' : 'requested' });
    const window = aWindow({ runId: run.id });
    await this.database.unitOfWork.run(async ({ collections }) => {
      await collections.addRun(run);
      if (planned) await collections.addWindows([window]);
    });
    return { runId: run.id, windowId: window.id };
  }

  add(data: unknown): Promise<Job> {
    const options = { jobId: `job-${++added}`, attempts: ATTEMPTS, backoff: { type: 'collection' } };
    return this.queue.add('job', data as CollectionJobPayload, options);
  }

  window(runId: string, windowId: string, traceparent: string | null = null, outage?: Outage): Promise<Job> {
    return this.add({ version: 1, kind: 'window', runId, windowId, traceparent, outage });
  }

  /** As another worker does that takes this one for dead. */
  async takeOver(windowId: string, fetched: number): Promise<void> {
    await this.database.unitOfWork.run(async ({ collections }) => {
      const window = await collections.lockWindow(windowId);
      if (window)
        await collections.advanceWindow(windowId, {
          ...window,
          cursor: String(fetched),
          delta: { ...window.counts, fetched },
        });
    });
  }

  /** As the gateway does it when a superuser wants it. */
  async cancel(runId: string): Promise<void> {
    const requester = { userId: 'ann', client: { ip: '::1', userAgent: null } };
    await new CancelCollection(this.database.unitOfWork, clock).execute({ requester, runId });
  }

  /** Takes the job that waits, and dies with it: its lock is never renewed. */
  async takeAndDie(lockDuration: number): Promise<void> {
    const worker = new Worker(collectionQueueOf('headhunter'), null, {
      ...this.connection,
      autorun: false,
      lockDuration,
    });
    await worker.getNextJob('dead', { block: false });
    await worker.close(true);
  }

  /** What the job returns, or rejects with why it failed for good. */
  ended(job: Job): Promise<string> {
    return job.waitUntilFinished(this.events, PATIENCE_MS);
  }

  /** As superusers do. */
  async pauseSource(paused: boolean): Promise<void> {
    await this.database.unitOfWork.run(({ switches }) =>
      paused ? switches.pause('headhunter', clock.now()) : switches.resume('headhunter'),
    );
  }

  /** Resolves when the queue tells so of a job; ask before it can happen. */
  heard(name: 'delayed' | 'progress', matches: (event: { readonly data?: unknown }) => boolean): Promise<void> {
    return new Promise((resolve) =>
      this.events.on(name, (event: { readonly data?: unknown }) => matches(event) && resolve()),
    );
  }

  /** As it is kept now. */
  async dataOf(job: Job): Promise<CollectionJobPayload | undefined> {
    return (await this.queue.getJob(String(job.id)))?.data;
  }

  logsOf(job: Job): Promise<{ readonly logs: string[] }> {
    return this.queue.getJobLogs(String(job.id));
  }

  stateOf(job: Job): Promise<string> {
    return job.getState();
  }

  storedRun(runId: string) {
    return this.database.read().runs.get(runId);
  }

  /** Resolves when the run is over: the queue may tell of a job's end before that. */
  async finished(runId: string): Promise<void> {
    const { unitOfWork } = this.database;
    const { run } = unitOfWork;
    const over = new Promise<void>((resolve) => {
      unitOfWork.run = async (work) => {
        const result = await run(work);
        if (this.storedRun(runId)?.status === 'finished') resolve();
        return result;
      };
    });
    if (this.storedRun(runId)?.status !== 'finished') await over;
  }

  deadLetters() {
    return [...this.database.read().deadLetters.values()];
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    await this.queue.obliterate({ force: true });
    await Promise.all([this.queue.close(), this.events.close()]);
  }

  private useCases(): Provider[] {
    const { unitOfWork, outbox, vacancies, duplicates, areas } = this.database;
    const sources = new Map([['headhunter' as const, this.source]]);
    const { revisions, indexOperations } = this.database;
    const indexer = new InMemorySearchIndex();
    const refusals = new InMemoryIndexRefusals(clock.now);
    const ids = new SequentialIds('e03');
    const [refreshes, rates] = [new InMemoryRefreshClaims(), new InMemoryCurrencyRateBook()];
    const hasher = { hash: (text: string) => text };
    const [exports, files] = [new InMemoryExports(), new InMemoryExportFiles()];
    const none = async () => ok(NOTHING_TOLD);
    const search = { search: async () => ok(NO_HITS), suggest: none, similar: none };
    const [queue, abandon] = [new InMemoryCollectionJobQueue(), new AbandonCollection(unitOfWork, clock)];
    const made = [
      new PlanCollection(unitOfWork, clock, new SequentialIds('e01'), { maxRequests: 1_000 }),
      new CollectWindow(unitOfWork, sources, hasher, clock, new SequentialIds('e02'), new FixedRates()),
      abandon,
      new RecoverLostWork(this.database.openWork, queue, abandon, refreshes),
      new FindEndedRuns(this.database.runs),
      new ForgetRunHistory(unitOfWork, clock, { days: 90 }),
      new IsSourcePaused(unitOfWork),
      new ListDeadLetterGroups(this.database.deadLetters),
      new RelayOutbox(outbox, queue, indexer, vacancies, revisions, duplicates, areas, clock),
      new WaitForOutbox(outbox),
      new ReadOutboxBacklog(outbox),
      new RefreshAreas([], areas, refreshes),
      new RefreshCurrencyRates(
        { name: 'headhunter', rates: async () => ok(new Map()) },
        rates,
        rates,
        refreshes,
        clock,
      ),
      new ReadRatesAge(rates, clock),
      new PrepareSearchIndex(indexer, [indexer], revisions, unitOfWork, clock, ids),
      new AdvanceIndexOperation(
        ...([unitOfWork, [indexer], clock, revisions, indexer, refusals, vacancies, duplicates, areas] as const),
      ),
      new AdvanceExports(exports, search, files, clock),
      new RemoveExpiredExports(exports, files, clock),
      new ReadIndexProgress([indexer], revisions, refusals, indexOperations),
    ];
    return made.map((useCase) => ({ provide: useCase.constructor, useValue: useCase }));
  }
}

export const vacancies = (count: number) =>
  Array.from({ length: count }, (_, index) => aSnapshot({ sourceId: String(index + 1) }));
