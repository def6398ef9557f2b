import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { JsonObject } from '../dataset/vacancy-source';
import { ApiError, badRequest, notFound } from '../errors';
import type { ScenarioEngine } from '../scenarios/scenario-engine';
import type { SearchPages } from '../search/search-page';
import { compressed } from './compression';
import { CONTROL_PREFIX, controlRoutes } from './control-routes';
import { directoryRoutes } from './directory-routes';
import type { RequestLog } from './request-log';
import type { TokenDesk } from './token-desk';
import { tokenRoutes } from './token-routes';
import { checkUserAgent } from './user-agent';
import { vacancyRoutes } from './vacancy-routes';

export interface AppParts {
  board: VacancyBoard;
  pages: SearchPages;
  tokens: TokenDesk;
  engine: ScenarioEngine;
  log: RequestLog;
  /** Opens the HTTP control door. */
  control: boolean;
}

/** The HTTP server without its socket, so that tests can inject requests. */
export function buildApp({ board, pages, tokens, engine, log, control }: AppParts): FastifyInstance {
  let requests = 0;
  const app = Fastify({
    forceCloseConnections: true,
    genReqId: () => String((requests += 1)).padStart(32, '0'),
    // Addresses that no route can be found for, such as a broken %-escape.
    frameworkErrors: (error, request, reply) => sendError(error, request, reply),
  });
  app.register(async (api) => {
    api.setErrorHandler((error: FastifyError, request, reply) => sendError(error, request, reply));
    api.setNotFoundHandler(() => {
      throw notFound();
    });
    simulateNetwork(api, engine, log);
    api.addHook('onRequest', async (request) => checkUserAgent(request.headers));
    directoryRoutes(api, board.source.areas);
    tokenRoutes(api, tokens);
    api.register(async (guarded) => vacancyRoutes(guarded, board, pages, tokens));
  });
  if (control) app.register(async (door) => controlRoutes(door, engine, log), { prefix: CONTROL_PREFIX });
  return app;
}

/** Everything that happens to a request around the API itself: the log, scenarios and compression. */
function simulateNetwork(app: FastifyInstance, engine: ScenarioEngine, log: RequestLog): void {
  const started = performance.now();
  app.addHook('onRequest', async (request, reply) => {
    const entry = { ...describe(request), at: performance.now() - started };
    log.add(entry);
    reply.header('access-control-allow-origin', '*').header('x-request-id', request.id);
    reply.raw.once('finish', () => (entry.status = reply.raw.statusCode));
    await engine.before({ request, reply }).finally(() => (entry.scenarios = engine.namesFor(request)));
  });
  app.addHook('preSerialization', async (request, reply, payload: unknown) =>
    reply.statusCode === 200 ? engine.rewrite(request, payload as JsonObject) : payload,
  );
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string') return payload;
    const bytes = Buffer.from(payload);
    return engine.damage(request, reply, bytes) ?? compressed(request, reply, bytes);
  });
}

function describe(request: FastifyRequest) {
  const { authorization, ...headers } = request.headers;
  return {
    method: request.method,
    path: request.url.split('?', 1)[0] as string,
    query: request.query as Record<string, unknown>,
    headers: { ...headers, ...(authorization && { authorization: authorization.replace(/ .*/, ' …') }) },
    status: null as number | null,
    scenarios: [] as string[],
  };
}

/** Fastify's own errors below 500 are requests that could not be read; anything else is a bug of the simulator. */
function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ApiError) return reply.code(error.status).send(error.body(request.id));
  if ((error.statusCode ?? 500) < 500) return reply.code(400).send(badRequest().body(request.id));
  process.stderr.write(`${error.stack}\n`);
  return reply.code(500).send({ request_id: request.id, errors: [{ type: 'internal_error' }] });
}
