import {
  applyDecorators,
  mixin,
  UseGuards,
  UseInterceptors,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { InjectPort } from '../ports/bindings';
import { isOutage } from '../problems/outage';
import { policyItem, stateItem, tooManyRequests } from './rate-limit-headers';
import { RATE_LIMITS, type RateLimitKey, type RateLimits, type RateLimitState } from './rate-limits';

export interface RateLimitRule {
  /** Of the limit: how much is allowed is said in the composition root. */
  readonly name: string;
  /** Whom or what to count; texts of the body in one spelling. The body is read, but nobody has validated it yet. */
  by(request: FastifyRequest): RateLimitKey;
  /** A 2xx answer forgets what came before, such as the wrong passwords before the right one. */
  readonly clearOnSuccess?: boolean;
}

/**
 * Limits how often a route may be used, exactly and over all replicas. The rules are counted in order, until one refuses:
 * what is refused by the first uses up nothing of the next. Runs when the body is read and before it is validated, needs
 * `RATE_LIMITS` behind it, and keeps an app from starting that knows no limit of this name.
 *
 * It fails closed: while the store is away the route answers 503 `unavailable`. These limits guard passwords and
 * mailboxes, and whoever can bring the store down must not gain free tries by it.
 */
export const RateLimit = (...rules: readonly RateLimitRule[]): MethodDecorator & ClassDecorator => {
  const Limiter = mixin(limiterOf(rules));
  return applyDecorators(UseGuards(Limiter), UseInterceptors(Limiter));
};

const limiterOf = (rules: readonly RateLimitRule[]) => {
  class Limiter implements CanActivate, NestInterceptor {
    private readonly policies: ReadonlyMap<string, string>;

    constructor(@InjectPort(RATE_LIMITS) private readonly limits: RateLimits) {
      this.policies = new Map(rules.map(({ name }) => [name, policyItem(name, limits.policyOf(name))]));
    }

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const [request, reply] = [requestOf(context), replyOf(context)];
      const states = new Map<string, RateLimitState>();
      for (const { name, by } of rules) {
        const state = await this.limits.consume(name, by(request));
        states.set(name, tighter(state, states.get(name)));
        reply.headers({ 'ratelimit-policy': listOf(this.policies.values()), ratelimit: listOf(stateItems(states)) });
        if (!state.allowed) throw tooManyRequests(state);
      }
      return true;
    }

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      return next.handle().pipe(
        mergeMap(async (answer: unknown) => {
          if (replyOf(context).statusCode < 300) await this.clear(requestOf(context));
          return answer;
        }),
      );
    }

    private async clear(request: FastifyRequest): Promise<void> {
      const done = rules.filter(({ clearOnSuccess }) => clearOnSuccess);
      try {
        await Promise.all(done.map(({ name, by }) => this.limits.clear(name, by(request))));
      } catch (error) {
        // What the request wanted is done; a counter that stays only ends later.
        if (!isOutage(error)) throw error;
      }
    }
  }
  return Limiter;
};

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest();
const replyOf = (context: ExecutionContext): FastifyReply => context.switchToHttp().getResponse();

/** Of one limit that counts two things, the client is told how the worse stands. */
const tighter = (state: RateLimitState, other: RateLimitState = state): RateLimitState =>
  other.remaining < state.remaining ? other : state;

const stateItems = (states: ReadonlyMap<string, RateLimitState>): string[] =>
  [...states].map(([name, state]) => stateItem(name, state));

const listOf = (items: Iterable<string>): string => [...items].join(', ');
