import {
  registerIdentity,
  registerSessions,
  servesPages,
  zoneRefusalPage,
  type IdentityOptions,
} from '@job-scope/auth-client';
import {
  compressAnswers,
  createHttpApp,
  limitAddresses,
  limitRequests,
  type AccessZone,
  type Binding,
  type HttpAppOptions,
  type ReconciledRateLimit,
} from '@job-scope/platform-nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { DOCS, DOCS_PAGES, serveDocs } from './docs';
import { serveUnsubscribing } from './unsubscribe-pages';
import { QUEUES, QUEUES_PAGES, serveQueues, type QueuePages } from './queues';

export interface GatewayOptions {
  readonly bindings: readonly Binding[];
  /** Served as it is, and shown to superusers under `/docs`. */
  readonly apiDocument: OpenAPIObject;
  /** Origins whose pages may call us and read the answers, e.g. `https://jobs.example.org`. */
  readonly allowedOrigins: readonly string[];
  readonly identity: IdentityOptions;
  /** Shown to superusers under `/queues`. */
  readonly queueBoard: QueuePages;
  /** Of all that users, and clients who are none, ask of the API. */
  readonly requestLimit: ReconciledRateLimit;
  /** Of all that comes from one address, refused or not. */
  readonly addressLimit: ReconciledRateLimit;
  readonly logger: HttpAppOptions['logger'];
  readonly trustedProxies?: readonly string[];
}

/** The whole gateway on whatever stands behind its ports; it does not listen yet. */
export const createGateway = (options: GatewayOptions): Promise<NestFastifyApplication> => {
  const { bindings, apiDocument, allowedOrigins, identity, logger, trustedProxies } = options;
  const hasPages = servesPages(identity);
  return createHttpApp(AppModule.register({ bindings, apiDocument, hasPages }), {
    logger,
    trustedProxies,
    https: identity.secureCookies,
    zones: [...protectedZones(hasPages), { prefix: PREFLIGHT, policy: { open: true } }],
    configure: async (app) => {
      const fastify = app.getHttpAdapter().getInstance();
      limitAddresses(fastify, options.addressLimit);
      limitRequests(fastify, options.requestLimit, LIMITED);
      await compressAnswers(fastify, COMPRESSED);
      await registerSessions(app, allowedOrigins);
      if (allowedOrigins.length > 0) app.enableCors({ ...CORS, origin: [...allowedOrigins] });
      await registerIdentity(app, identity, ['/', ...DOCS_PAGES, ...QUEUES_PAGES]);
      serveUnsubscribing(app);
      serveDocs(app, apiDocument);
      await serveQueues(app, options.queueBoard);
    },
  });
};

/** For superusers, save for routes with a policy of their own; also where nothing is served yet. */
const protectedZones = (hasPages: boolean): readonly AccessZone[] =>
  ['/admin', DOCS, QUEUES].map((prefix) => ({
    prefix,
    policy: { superuser: true },
    ...(hasPages && { refusalPage: zoneRefusalPage }),
  }));

/** What costs more than a page or a file that lies ready. */
const LIMITED = ['/api/', '/.well-known/'];

/** What is long, and holds neither tokens nor anything of one user alone. */
const COMPRESSED = [
  '/api/v1/vacancies',
  '/api/v1/collections',
  '/api/v1/schedules',
  '/api/v1/statistics',
  '/openapi.json',
];

/** The route that answers what browsers ask before they let a page of another origin send a request. */
const PREFLIGHT = '*';

const CORS = {
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: ['etag', 'location', 'ratelimit', 'ratelimit-policy', 'retry-after', 'traceparent'],
  maxAge: 600,
};
