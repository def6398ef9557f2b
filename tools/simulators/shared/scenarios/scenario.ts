import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VirtualClock } from '../clock';
import type { JsonObject } from '../json';

/** What a scenario can change; each simulator adds what it has besides. */
export interface World {
  readonly clock: VirtualClock;
}

/** Parameters of a scenario beside the common ones, after checking. */
export type ScenarioParameters = Readonly<Record<string, number | readonly string[] | undefined>>;

/** One activation of a scenario. */
export interface Activation<W extends World = World> {
  readonly parameters: ScenarioParameters;
  readonly world: W;
  /** `clock.elapsed()` when it was switched on. */
  readonly startedAt: number;
  /** Whatever the scenario wants to remember from one request to the next. */
  readonly memory: Map<string, unknown>;
}

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One kind of bad day. Which hooks it has decides how it acts; all are optional. */
export interface Scenario<W extends World = World> {
  readonly summary: string;
  readonly parameters?: Readonly<Record<string, ParameterRule>>;
  /** Where it acts unless told otherwise; without it, on all that the source serves of vacancies. */
  readonly path?: PathRule;
  /** Acts once, at the moment it is switched on; such a scenario ends at once. @returns what to tell the caller */
  apply?(activation: Activation<W>): JsonObject;
  /** Acts before the request is handled. It may wait, throw an ApiFailure, or answer and return the reply. */
  before?(exchange: Exchange, activation: Activation<W>): void | Promise<void> | FastifyReply;
  /** Changes an answer before it is written as JSON. */
  rewrite?(body: JsonObject, activation: Activation<W>, request: FastifyRequest): JsonObject;
  /** Changes the bytes of an answer. */
  damage?(bytes: Buffer, reply: FastifyReply): Buffer;
  /** False ends it, beside its count. */
  lasts?(activation: Activation<W>): boolean;
}

/** A text is how a path begins, or with a trailing `?` the whole path. */
export type PathRule = string | RegExp;

export interface ParameterRule {
  readonly kind: 'integer' | 'ids';
  /** Taken when the parameter is missing; without a default it is optional unless `required`. */
  readonly fallback?: number;
  readonly required?: boolean;
}

/** All scenarios of a simulator by name. */
export type Catalogue<W extends World = World> = Readonly<Record<string, Scenario<W>>>;

export const idsOf = ({ parameters }: Activation): readonly string[] => (parameters.ids ?? []) as readonly string[];

/** A parameter that has a fallback or is required. */
export const numberOf = ({ parameters }: Activation, name: string): number => parameters[name] as number;

export const answer = ({ reply }: Exchange, status: number, type: string, body: string): FastifyReply =>
  reply.code(status).type(type).send(body);
