import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonObject } from '../dataset/vacancy-source';
import type { Activation, Exchange, Scenario, World } from './scenario';
import { checkSpec, type ScenarioSpec } from './scenario-spec';

/** An active scenario as the control door shows it. */
export interface ScenarioStatus {
  spec: ScenarioSpec;
  /** Matching requests so far, those let pass included. */
  seen: number;
  /** Requests it acted on. */
  acted: number;
}

interface Active extends ScenarioStatus {
  scenario: Scenario;
  activation: Activation;
}

const DEFAULT_PATH = '/vacancies';

/** Holds the scenarios that are switched on and lets them act on requests. */
export class ScenarioEngine {
  private active: Active[] = [];
  /** Which scenarios act on a request is decided once, when it arrives. */
  private readonly acting = new WeakMap<FastifyRequest, Active[]>();

  constructor(private readonly world: World) {}

  /** @returns what the scenario has to tell, such as the ids of inserted vacancies @throws ScenarioError */
  switchOn(spec: ScenarioSpec): JsonObject {
    const { scenario, parameters } = checkSpec(spec);
    const startedAt = this.world.clock.elapsed();
    const activation: Activation = { parameters, world: this.world, startedAt, memory: new Map() };
    if (scenario.apply) return scenario.apply(activation);
    this.active.push({ spec, scenario, activation, seen: 0, acted: 0 });
    return {};
  }

  switchOffAll(): void {
    this.active = [];
  }

  list(): ScenarioStatus[] {
    this.active = this.active.filter(isAlive);
    return this.active.map(({ spec, seen, acted }) => ({ spec, seen, acted }));
  }

  namesFor(request: FastifyRequest): string[] {
    return this.of(request).map(({ spec }) => spec.name);
  }

  /** Runs the `before` hooks; stops at the first that answers. */
  async before(exchange: Exchange): Promise<void> {
    const acting = this.active.filter((active) => takesPart(active, exchange.request));
    this.acting.set(exchange.request, acting);
    for (const { scenario, activation } of acting) {
      await scenario.before?.(exchange, activation);
      if (exchange.reply.sent) return;
    }
  }

  rewrite(request: FastifyRequest, body: JsonObject): JsonObject {
    return this.of(request).reduce(
      (result, { scenario, activation }) => scenario.rewrite?.(result, activation) ?? result,
      body,
    );
  }

  /** @returns the damaged bytes, or undefined when no scenario damages this answer */
  damage(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): Buffer | undefined {
    return this.of(request)
      .find(({ scenario }) => scenario.damage)
      ?.scenario.damage?.(bytes, reply);
  }

  private of(request: FastifyRequest): Active[] {
    return this.acting.get(request) ?? [];
  }
}

/** Counts a matching request and says whether the scenario acts on it. */
function takesPart(active: Active, request: FastifyRequest): boolean {
  if (!isAlive(active) || !matches(active, request)) return false;
  active.seen += 1;
  if (active.seen <= (active.spec.after ?? 0)) return false;
  active.acted += 1;
  return true;
}

function isAlive({ spec, acted, scenario, activation }: Active): boolean {
  return acted < (spec.count ?? Number.POSITIVE_INFINITY) && (scenario.lasts?.(activation) ?? true);
}

function matches({ spec, scenario }: Active, request: FastifyRequest): boolean {
  if (spec.anonymous && request.headers.authorization !== undefined) return false;
  const path = request.url.split('?', 1)[0] as string;
  const wanted = spec.path ?? scenario.path ?? DEFAULT_PATH;
  return wanted.endsWith('?') ? path === wanted.slice(0, -1) : path.startsWith(wanted);
}
