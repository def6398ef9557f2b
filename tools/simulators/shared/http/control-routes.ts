import type { FastifyError, FastifyInstance } from 'fastify';
import type { ScenarioEngine } from '../scenarios/scenario-engine';
import { ScenarioError, type ScenarioSpec } from '../scenarios/scenario-spec';
import type { World } from '../scenarios/scenario';
import type { RequestLog } from './request-log';

export const CONTROL_PREFIX = '/__control';

/** The control door: switches scenarios and shows what was requested. Not part of the simulated API. */
export function controlRoutes<W extends World>(app: FastifyInstance, engine: ScenarioEngine<W>, log: RequestLog): void {
  app.setErrorHandler((error: FastifyError | ScenarioError, _, reply) => {
    const status = error instanceof ScenarioError ? 400 : (error.statusCode ?? 500);
    return reply.code(status).send({ error: error.message });
  });
  app.get('/scenario', () => ({ scenarios: engine.list() }));
  app.post('/scenario', (request, reply) => reply.code(201).send(engine.switchOn(request.body as ScenarioSpec)));
  app.delete('/scenario', (_, reply) => {
    engine.switchOffAll();
    return reply.code(204).send();
  });
  app.get('/requests', () => ({ requests: log.list() }));
  app.delete('/requests', (_, reply) => {
    log.clear();
    return reply.code(204).send();
  });
}
