import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonObject } from '../json';
import type { Activation, Catalogue, Exchange, PathRule, Scenario, World } from './scenario';
import { checkSpec, type ScenarioSpec } from './scenario-spec';

/** An active scenario as the control door shows it. */
export interface ScenarioStatus {
  readonly spec: ScenarioSpec;
  /** Matching requests so far, those let pass included. */
  readonly seen: number;
  /** Requests it acted on. */
  readonly acted: number;
}

interface Active<W extends World> {
  readonly spec: ScenarioSpec;
  readonly scenario: Scenario<W>;
  readonly activation: Activation<W>;
  seen: number;
  acted: number;
}

/** Holds the scenarios that are switched on and lets them act on requests. */
export class ScenarioEngine<W extends World = World> {
  private active: Active<W>[] = [];
  /** Which scenarios act on a request is decided once, when it arrives. */
  private readonly acting = new WeakMap<FastifyRequest, Active<W>[]>();

  /** @param defaultPath where scenarios act that say nothing else */
  constructor(
    private readonly world: W,
    private readonly catalogue: Catalogue<W>,
    private readonly defaultPath: PathRule,
  ) {}

  /** @returns what the scenario has to tell, such as the ids of inserted vacancies @throws ScenarioError */
  switchOn(spec: ScenarioSpec): JsonObject {
    const { scenario, parameters } = checkSpec(spec, this.catalogue);
    const startedAt = this.world.clock.elapsed();
    const activation: Activation<W> = { parameters, world: this.world, startedAt, memory: new Map() };
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
    const acting = this.active.filter((active) => this.takesPart(active, exchange.request));
    this.acting.set(exchange.request, acting);
    for (const { scenario, activation } of acting) {
      await scenario.before?.(exchange, activation);
      if (exchange.reply.sent) return;
    }
  }

  rewrite(request: FastifyRequest, body: JsonObject): JsonObject {
    return this.of(request).reduce(
      (result, { scenario, activation }) => scenario.rewrite?.(result, activation, request) ?? result,
      body,
    );
  }

  /** @returns the damaged bytes, or undefined when no scenario damages this answer */
  damage(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): Buffer | undefined {
    return this.of(request)
      .find(({ scenario }) => scenario.damage)
      ?.scenario.damage?.(bytes, reply);
  }

  private of(request: FastifyRequest): Active<W>[] {
    return this.acting.get(request) ?? [];
  }

  /** Counts a matching request and says whether the scenario acts on it. */
  private takesPart(active: Active<W>, request: FastifyRequest): boolean {
    if (!isAlive(active) || !this.matches(active, request)) return false;
    active.seen += 1;
    if (active.seen <= (active.spec.after ?? 0)) return false;
    active.acted += 1;
    return true;
  }

  private matches({ spec, scenario }: Active<W>, request: FastifyRequest): boolean {
    if (spec.anonymous && request.headers.authorization !== undefined) return false;
    const path = request.url.split('?', 1)[0] as string;
    const wanted = spec.path ?? scenario.path ?? this.defaultPath;
    if (typeof wanted !== 'string') return wanted.test(path);
    return wanted.endsWith('?') ? path === wanted.slice(0, -1) : path.startsWith(wanted);
  }
}

function isAlive<W extends World>({ spec, acted, scenario, activation }: Active<W>): boolean {
  return acted < (spec.count ?? Number.POSITIVE_INFINITY) && (scenario.lasts?.(activation) ?? true);
}
