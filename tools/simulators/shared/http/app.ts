import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { JsonObject } from '../json';
import type { World } from '../scenarios/scenario';
import type { ScenarioEngine } from '../scenarios/scenario-engine';
import { ApiFailure } from './api-failure';
import { compressed } from './compression';
import { CONTROL_PREFIX, controlRoutes } from './control-routes';
import type { RequestLog } from './request-log';

/** What one simulator answers; everything around it is the same for all. */
export interface SimulatedApi {
  /** Adds the routes, and hooks that act on all of them. */
  routes(app: FastifyInstance): void;
  /** For paths that nothing serves. */
  notFound(): ApiFailure;
  /** For requests that cannot be read. */
  badRequest(): ApiFailure;
  /** For a bug of the simulator. */
  broken(): ApiFailure;
}

export interface AppParts<W extends World> {
  readonly api: SimulatedApi;
  readonly engine: ScenarioEngine<W>;
  readonly log: RequestLog;
  /** Opens the HTTP control door. */
  readonly control: boolean;
}

/** Says that the simulator is up, to whoever runs it. Not part of any simulated API, and not logged. */
const HEALTH_PATH = '/__health';

/** The HTTP server without its socket, so that tests can inject requests. */
export function buildApp<W extends World>({ api, engine, log, control }: AppParts<W>): FastifyInstance {
  let requests = 0;
  const fail = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const failure = failureOf(error, api);
    return reply.code(failure.status).send(failure.body(request.id));
  };
  const app = Fastify({
    forceCloseConnections: true,
    genReqId: () => String((requests += 1)).padStart(32, '0'),
    // Addresses that no route can be found for, such as a broken %-escape.
    frameworkErrors: fail,
  });
  app.register(async (served) => {
    served.setErrorHandler(fail);
    served.setNotFoundHandler(() => {
      throw api.notFound();
    });
    simulateNetwork(served, engine, log);
    api.routes(served);
    // After the hooks of the API: an entity tag belongs to what was said, not to how it was packed.
    served.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string') return payload;
      const bytes = Buffer.from(payload);
      return engine.damage(request, reply, bytes) ?? compressed(request, reply, bytes);
    });
  });
  app.get(HEALTH_PATH, (_, reply) => reply.code(204).send());
  if (control) app.register(async (door) => controlRoutes(door, engine, log), { prefix: CONTROL_PREFIX });
  return app;
}

/** Everything that happens to a request before the API itself: the log and the scenarios. */
function simulateNetwork<W extends World>(app: FastifyInstance, engine: ScenarioEngine<W>, log: RequestLog): void {
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
function failureOf(error: FastifyError, api: SimulatedApi): ApiFailure {
  if (error instanceof ApiFailure) return error;
  if ((error.statusCode ?? 500) < 500) return api.badRequest();
  process.stderr.write(`${error.stack}\n`);
  return api.broken();
}
