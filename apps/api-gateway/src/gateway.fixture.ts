import { AUTH_AUDIT_TRAIL, type AuthAuditTrail, type IdentityOptions } from '@job-scope/auth-client';
import { err, ok, CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import {
  AUTHENTICATOR,
  bind,
  createLogger,
  InMemorySharedUsage,
  ProblemException,
  ReconciledRateLimit,
  silentLogger,
  type Authenticator,
  type RateLimitPolicy,
} from '@job-scope/platform-nest';
import { answersOf } from '@job-scope/platform-testing';
import { CronerCronCalculator } from '@job-scope/vacancies-infrastructure/cron';
import { SanitizingHtmlCleaner } from '@job-scope/vacancies-infrastructure/html';
import { HmacLinkSigner, Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import { QueueBoard } from '@job-scope/vacancies-infrastructure/queue-board';
import {
  FixedRates,
  InMemoryExportFiles,
  InMemoryExports,
  InMemoryIndexRefusals,
  InMemorySavedSearches,
  InMemorySearchIndex,
  InMemorySourceBlocks,
  InMemoryVacancyDatabase,
  InMemoryVacancyStatistics,
  SharedBuckets,
  NO_HITS,
  NOTHING_TOLD,
  SequentialIds,
} from '@job-scope/vacancies-testing';
import {
  AREA_READER,
  AUDIT_READER,
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CRON_CALCULATOR,
  DEAD_LETTER_READER,
  CURRENCY_RATES,
  EXPORT_FILE_READER,
  EXPORT_STORE,
  HIDDEN_VACANCY_READER,
  HTML_CLEANER,
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  LINK_SIGNER,
  SAVED_SEARCH_STORE,
  SCHEDULE_READER,
  SOURCE_BLOCKS,
  STORED_REVISIONS,
  VACANCY_HISTORY_READER,
  VACANCY_READER,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_SEARCH_READER,
  VACANCY_STATISTICS,
  VACANCY_UNIT_OF_WORK,
  type VacancySearch,
  type VacancySearchReader,
} from '@job-scope/vacancies-ports';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PassThrough } from 'node:stream';
import request, { type Response } from 'supertest';
import { InMemoryAuthAuditTrail } from './audit/audit.fixture';
import { createGateway } from './create-gateway';
import { describeApi } from './openapi/describe-api';
import type { QueuePages } from './queues';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(30_000);

export const NOW = new Date('2026-05-01T12:00:00.000Z');

export type Role = 'anonymous' | 'user' | 'superuser' | 'a bad credential';

/** What a request of that role carries. */
export const credentials = (role: Role): Record<string, string> =>
  role === 'anonymous' ? {} : { authorization: `Bearer ${role}` };

/** Decides as the real one does, but by the role's name in place of a token. */
export const byRole: Authenticator['authenticate'] = async ({ headers, routeOptions }) => {
  const role = headers.authorization?.replace('Bearer ', '');
  if (role === 'user' || role === 'superuser') {
    return { kind: 'user', id: USER_IDS[role], sessionId: 'a session', superuser: role === 'superuser' };
  }
  if (role === undefined || 'open' in (routeOptions.config.accessControl ?? {})) return { kind: 'anonymous' };
  throw new ProblemException(401, 'auth.invalid-token');
};

export const USER_IDS = {
  user: '00000000-0000-7000-9000-000000000001',
  superuser: '00000000-0000-7000-9000-000000000002',
};

const NOTHING = { answer: ok(NO_HITS), suggestions: ok(NOTHING_TOLD), alike: ok(NOTHING_TOLD) };

/** Search has no fake: it answers what a test puts here, and tells what it was last asked. */
export class ScriptedSearch implements VacancySearchReader {
  asked: VacancySearch | undefined;
  answer: Awaited<ReturnType<VacancySearchReader['search']>> = NOTHING.answer;
  suggestions: Awaited<ReturnType<VacancySearchReader['suggest']>> = NOTHING.suggestions;
  alike: Awaited<ReturnType<VacancySearchReader['similar']>> = NOTHING.alike;
  prefix: string | undefined;
  likeWhat: string | undefined;

  reset(): void {
    Object.assign(this, { asked: undefined, prefix: undefined, likeWhat: undefined, ...NOTHING });
  }

  async suggest(prefix: string, limit: number) {
    this.prefix = `${prefix}, ${limit}`;
    return this.suggestions;
  }

  async similar({ id }: { readonly id: string }, limit: number) {
    this.likeWhat = `${id}, ${limit}`;
    return this.alike;
  }

  async search(request: VacancySearch) {
    this.asked = request;
    return this.answer;
  }
}

export const UNAVAILABLE = err({ code: 'search.unavailable' } as const);

export interface Call {
  readonly role?: Role;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface GatewayUnderTest {
  /** Sends a request, by default as anonymous, and holds the answer against the OpenAPI document. */
  call(method: 'get' | 'post' | 'patch' | 'delete', url: string, options?: Call): Promise<Response>;
  readonly app: NestFastifyApplication;
  readonly database: InMemoryVacancyDatabase;
  /** The lines it has logged. */
  readonly log: readonly string[];
  readonly search: ScriptedSearch;
  readonly statistics: InMemoryVacancyStatistics;
  readonly exports: InMemoryExports;
  readonly files: InMemoryExportFiles;
  readonly savedSearches: InMemorySavedSearches;
  /** What the request budgets of workers share. */
  readonly buckets: SharedBuckets;
}

const documented = describeApi();

export interface GatewayUnderTestOptions {
  readonly allowedOrigins?: readonly string[];
  readonly identity?: Partial<IdentityOptions>;
  readonly authenticate?: Authenticator['authenticate'];
  readonly authTrail?: AuthAuditTrail;
  readonly queueBoard?: QueuePages;
  readonly requestLimit?: RateLimitPolicy;
  readonly addressLimit?: RateLimitPolicy;
}

/** No limit that a test would reach by chance. */
const HARDLY_ANY: RateLimitPolicy = { requests: 100_000, seconds: 60 };

const limit = (name: string, policy = HARDLY_ANY): ReconciledRateLimit =>
  new ReconciledRateLimit({ name, policy, usage: new InMemorySharedUsage(), logger: silentLogger });

/** The real gateway on fakes, through the door that `main` uses too. */
export const aGateway = async (options: GatewayUnderTestOptions = {}): Promise<GatewayUnderTest> => {
  const { allowedOrigins = [], identity, authenticate = byRole, authTrail = new InMemoryAuthAuditTrail() } = options;
  const [database, search] = [new InMemoryVacancyDatabase(), new ScriptedSearch()];
  const [exports, files] = [new InMemoryExports(), new InMemoryExportFiles()];
  const savedSearches = new InMemorySavedSearches();
  const statistics = new InMemoryVacancyStatistics();
  const buckets = new SharedBuckets();
  const apiDocument = await documented;
  const check = answersOf(apiDocument);
  const log: string[] = [];
  const stream = new PassThrough().on('data', (line) => log.push(String(line)));
  const app = await createGateway({
    bindings: [
      bind(AUTHENTICATOR, { authenticate }),
      bind(CLOCK, { now: () => NOW }),
      bind(ID_GENERATOR, new SequentialIds('090')),
      bind(CONTENT_HASHER, new Sha256ContentHasher()),
      bind(VACANCY_UNIT_OF_WORK, database.unitOfWork),
      bind(VACANCY_READER, database.vacancies),
      bind(HIDDEN_VACANCY_READER, database.hidden),
      bind(VACANCY_HISTORY_READER, database.history),
      bind(COLLECTION_RUN_READER, database.runs),
      bind(DEAD_LETTER_READER, database.deadLetters),
      bind(SAVED_SEARCH_STORE, savedSearches),
      bind(SCHEDULE_READER, database.schedules),
      bind(SOURCE_BLOCKS, new InMemorySourceBlocks(buckets)),
      bind(CRON_CALCULATOR, new CronerCronCalculator()),
      bind(CURRENCY_RATES, new FixedRates()),
      bind(HTML_CLEANER, new SanitizingHtmlCleaner()),
      bind(VACANCY_SEARCH_READER, search),
      bind(VACANCY_STATISTICS, statistics),
      bind(VACANCY_SEARCH_ADMINISTRATIONS, [new InMemorySearchIndex()]),
      bind(INDEX_OPERATION_READER, database.indexOperations),
      bind(INDEX_REFUSALS, new InMemoryIndexRefusals(() => NOW)),
      bind(STORED_REVISIONS, database.revisions),
      bind(AREA_READER, database.areas),
      bind(AUDIT_READER, database.trail),
      bind(AUTH_AUDIT_TRAIL, authTrail),
      bind(EXPORT_STORE, exports),
      bind(EXPORT_FILE_READER, files),
      bind(LINK_SIGNER, new HmacLinkSigner('a secret of the test')),
    ],
    apiDocument,
    allowedOrigins,
    identity: {
      authServiceUrl: 'http://127.0.0.1:9',
      transport: 'both',
      secureCookies: true,
      clock: { now: () => NOW },
      logger: silentLogger,
      ...identity,
    },
    queueBoard: options.queueBoard ?? new QueueBoard([]),
    requestLimit: limit('global', options.requestLimit),
    addressLimit: limit('address', options.addressLimit),
    logger: createLogger({ service: 'api-gateway', level: 'info', stream }),
  });
  const call: GatewayUnderTest['call'] = async (method, url, { role = 'anonymous', headers = {}, body } = {}) => {
    const response = await request(app.getHttpServer())
      [method](url)
      .set({ ...credentials(role), ...headers })
      .send(body);
    check(method, url, response);
    return response;
  };
  return { app, call, database, log, search, statistics, exports, files, savedSearches, buckets };
};
