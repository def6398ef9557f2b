import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WinstonModule } from 'nest-winston';
import type { Logger as WinstonLogger } from 'winston';
import { closeZones, type AccessZone } from '../access-control/access-zone';
import { AUTHENTICATOR, type Authenticator } from '../access-control/authenticator';
import { enforceAccessControl } from '../access-control/enforce-access-control';
import { refusalOf } from '../problems/problem';
import { ProblemFilter } from '../problems/problem.filter';
import { createValidationPipe } from '../problems/validation.pipe';
import { answerClientErrors, logUnrouted, refuseHostless } from './client-errors';
import { observeRequests } from './observe-requests';
import { secureAnswers, securityHeaders } from './security-headers';
import { beginTrace, traceRequests } from './trace-requests';

export interface HttpAppOptions {
  readonly logger: WinstonLogger;
  /** Parts of the site, such as where plugins put routes, and who may use them. Paths at which nothing is are closed too. */
  readonly zones?: readonly AccessZone[];
  /** The largest accepted body, in bytes; 1 MiB by default. */
  readonly bodyLimit?: number;
  /** How long a client may take to send a request, in milliseconds; 30,000 by default. */
  readonly requestTimeoutMs?: number;
  /** Clients reach us over https alone: browsers are told to insist on it. */
  readonly https?: boolean;
  /** Addresses, ranges or names such as `loopback` of the proxies whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Registers plugins and their routes; called before the routes of the controllers are made. */
  readonly configure?: (app: NestFastifyApplication) => void | Promise<void>;
}

/** How often requests that take too long are looked for, at the least. */
const TIMEOUT_CHECK_MS = 1_000;

type AppModule = Parameters<typeof NestFactory.create>[0];

/**
 * An initialised HTTP application with everything the platform promises: access control on every route, problem+json,
 * validation, traces, request log and metrics, security headers. The module provides `AUTHENTICATOR`. It does not listen
 * yet. Throws if a route has no access policy.
 */
export async function createHttpApp(module: AppModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const { logger, zones = [], bodyLimit = 2 ** 20, trustedProxies = [], https = false, configure } = options;
  const { requestTimeoutMs = 30_000 } = options;
  const problems = new ProblemFilter(logger);
  const headers = await securityHeaders(https);
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    http: {
      // Node takes the longer of the two for the body: its default for headers would be longer than ours for all.
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(requestTimeoutMs, TIMEOUT_CHECK_MS),
      // Node's own answer to a request without a host has no body: ours has.
      requireHostHeader: false,
    },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // A request that comes while we drain is served: its connection was opened in good faith.
    return503OnClosing: false,
    // What the router refuses itself, a malformed URL or an overlong part of it, passes no hook.
    frameworkErrors: (error: NodeJS.ErrnoException, request: FastifyRequest, reply: FastifyReply) => {
      beginTrace(request, reply);
      void reply.headers(headers);
      problems.answer(refusalOf(400), request, reply);
      logUnrouted(logger, reply.statusCode, request.trace, error.code);
    },
    clientErrorHandler: answerClientErrors(headers, logger),
  });
  const fastify = adapter.getInstance();
  traceRequests(fastify);
  observeRequests(fastify, logger);
  // Routes of plugins that are there before Nest's own handler would answer in another form.
  fastify.addHook('onRoute', (route) => {
    route.errorHandler ??= (error, request, reply) => problems.answer(error, request, reply);
  });
  enforceAccessControl(fastify, zones, (request) => authenticator.authenticate(request));
  // Only JSON: forms and plain text could be sent by another site without a preflight.
  fastify.removeContentTypeParser('text/plain');
  secureAnswers(fastify, headers);
  refuseHostless(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: WinstonModule.createLogger({ instance: logger }),
    bodyParser: false,
    abortOnError: false,
  });
  const authenticator = app.get<Authenticator>(AUTHENTICATOR.key, { strict: false });
  app.useGlobalFilters(problems);
  app.useGlobalPipes(createValidationPipe());
  await configure?.(app);
  await app.init();
  await fastify.register(async (last) => closeZones(last, zones));
  await fastify.ready();
  return app;
}
