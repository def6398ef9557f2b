import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem-exception';
import type { AccessPolicy } from './access-control.decorator';

/** A part of the site, and who may use it: `prefix` itself and all below it, save for routes with a policy of their own. */
export interface AccessZone {
  readonly prefix: string;
  readonly policy: AccessPolicy;
  /** For a zone that people visit. */
  readonly refusalPage?: RefusalPage;
}

/** Answers a browser in place of the problem, and returns true; false leaves it at the problem. */
export type RefusalPage = (request: FastifyRequest, reply: FastifyReply, refusal: ProblemException) => boolean;

/** The zone a route lies in: of several the innermost. Decided on the route's own pattern, never on the text of a URL. */
export const zoneOf = (pattern: string, zones: readonly AccessZone[]): AccessZone | undefined =>
  zones
    .filter(({ prefix }) => pattern === prefix || pattern.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];

/**
 * Lets paths of a zone at which nothing is served answer as the others do, so that who may not use the zone does not
 * learn what is in it. Must be called when all other routes are there.
 */
export const closeZones = (fastify: FastifyInstance, zones: readonly AccessZone[]): void => {
  for (const { prefix, policy } of zones) {
    if ('open' in policy) continue;
    for (const url of [prefix, `${prefix}/*`]) {
      const method = fastify.supportedMethods.filter((one) => !fastify.hasRoute({ method: one, url }));
      if (method.length > 0) fastify.route({ method, url, handler: answerNotFound });
    }
  }
};

const answerNotFound = async (): Promise<never> => {
  throw new ProblemException(404, 'not-found', { detail: 'Nothing is served under this method and path.' });
};
