import { bind, createDataSource, silentLogger, SystemClock } from '@job-scope/platform-nest';
import { GreenhouseVacancySource } from '@job-scope/vacancies-infrastructure/greenhouse';
import { HeadHunterVacancySource } from '@job-scope/vacancies-infrastructure/headhunter';
import { PostgresSourceRequestBudget } from '@job-scope/vacancies-infrastructure/postgres';
import { TrudvsemVacancySource } from '@job-scope/vacancies-infrastructure/trudvsem';
import { VACANCY_SOURCES, type VacancySource } from '@job-scope/vacancies-ports';
import { Test } from '@nestjs/testing';
import { AppModule } from './app.module';
import { collectFrom, type StoredRun } from './collect-from.fixture';
import { compose } from './compose';
import { WorkerSettings } from './settings';
import { BOARDS, type SimulatedName, type SimulatedSource } from './simulated-source.fixture';

type Database = Awaited<ReturnType<typeof createDataSource>>;
type Sources = Readonly<Partial<Record<SimulatedName, SimulatedSource>>>;

interface WorkerOptions {
  /** Those of Greenhouse that are set. */
  readonly boards?: readonly string[];
  /** Where the queues are, if not in the database. */
  readonly redisUrl?: string;
}

const NOWHERE = 'http://127.0.0.1:9';
const USER_AGENT = 'JobScope/1.0 (test@example.org)';
const LIMITS = { requestsPerSecond: 1_000, burst: 1_000, maxBlockWaitMs: 15_000 };
/** As in production, except for how long is waited: nothing here gets better by patience. */
const IMPATIENT = { timeoutMs: 2_000, firstRetryDelayMs: 5 };
const FIRST_RETRY_MS = 5;

/** The whole worker in this process, on a real database; it collects from simulators. */
export class CollectingWorker {
  private constructor(
    private readonly database: Database,
    readonly close: () => Promise<void>,
  ) {}

  static async start(
    database: Database,
    databaseUrl: string,
    sources: Sources,
    { boards = BOARDS, redisUrl }: WorkerOptions = {},
  ): Promise<CollectingWorker> {
    const settings = Object.assign(new WorkerSettings(), {
      databaseUrl,
      redisUrl,
      headhunterUserAgent: USER_AGENT,
      headhunterBaseUrl: sources.headhunter?.url ?? NOWHERE,
    });
    const { bindings, queues, close } = await compose(settings, silentLogger);
    const adapters = impatientSources(database, sources, boards);
    const others = bindings.filter(({ provide }) => provide !== VACANCY_SOURCES.key);
    const worker = { queue: queues.consumer, sources: [...adapters.keys()], logger: silentLogger };
    const module = AppModule.register({
      bindings: [...others, bind(VACANCY_SOURCES, adapters)],
      worker: { ...worker, firstRetryMs: FIRST_RETRY_MS, outagePatienceMs: 0 },
    });
    const app = await Test.createTestingModule({ imports: [module] }).compile();
    await app.init();
    return new CollectingWorker(database, async () => {
      await app.close();
      await close();
    });
  }

  collect(source: SimulatedName, query: object = {}, maxRequests?: number): Promise<StoredRun> {
    return collectFrom(this.database, source, query, maxRequests);
  }
}

const impatientSources = (
  database: Database,
  { headhunter, trudvsem, greenhouse }: Sources,
  boards: readonly string[],
) => {
  const [budget, clock] = [new PostgresSourceRequestBudget(database, LIMITS), new SystemClock()];
  const adapters: readonly VacancySource[] = [
    new HeadHunterVacancySource(
      { baseUrl: headhunter?.url ?? NOWHERE, userAgent: USER_AGENT, ...IMPATIENT },
      budget,
      clock,
    ),
    new TrudvsemVacancySource({ baseUrl: trudvsem?.url ?? NOWHERE, ...IMPATIENT }, budget, clock),
    new GreenhouseVacancySource({ baseUrl: greenhouse?.url ?? NOWHERE, boards, ...IMPATIENT }, budget, clock),
  ];
  return new Map(adapters.map((source) => [source.name, source]));
};
