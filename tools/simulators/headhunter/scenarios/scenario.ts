import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VirtualClock } from '../clock';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { JsonObject } from '../dataset/vacancy-source';
import type { TokenDesk } from '../http/token-desk';

/** What a scenario can change. */
export interface World {
  board: VacancyBoard;
  clock: VirtualClock;
  tokens: TokenDesk;
}

/** Parameters of a scenario beside the common ones, after checking. */
export type ScenarioParameters = Readonly<Record<string, number | readonly string[] | undefined>>;

/** One activation of a scenario. */
export interface Activation {
  readonly parameters: ScenarioParameters;
  readonly world: World;
  /** `clock.elapsed()` when it was switched on. */
  readonly startedAt: number;
  /** Whatever the scenario wants to remember from one request to the next. */
  readonly memory: Map<string, unknown>;
}

export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** One kind of bad day. Which hooks it has decides how it acts; all are optional. */
export interface Scenario {
  summary: string;
  parameters?: Record<string, ParameterRule>;
  /** Path prefix it acts on unless told otherwise; all vacancies by default. */
  path?: string;
  /** Acts once, at the moment it is switched on; such a scenario ends at once. @returns what to tell the caller */
  apply?(activation: Activation): JsonObject;
  /** Acts before the request is handled. It may wait, throw an ApiError, or answer and return the reply. */
  before?(exchange: Exchange, activation: Activation): void | Promise<void> | FastifyReply;
  /** Changes an answer before it is written as JSON. */
  rewrite?(body: JsonObject, activation: Activation): JsonObject;
  /** Changes the bytes of an answer. */
  damage?(bytes: Buffer, reply: FastifyReply): Buffer;
  /** False ends it, beside its count. */
  lasts?(activation: Activation): boolean;
}

export interface ParameterRule {
  kind: 'integer' | 'ids';
  /** Taken when the parameter is missing; without a default it is optional unless `required`. */
  fallback?: number;
  required?: boolean;
}
