import { clientOf, type Principal } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';

/** The superuser who asks, and from where. */
export const requesterOf = (principal: Principal, request: FastifyRequest) => {
  return { userId: userIdOf(principal), client: clientOf(request) };
};

/** The user who asks. */
export const userIdOf = (principal: Principal): string => {
  if (principal.kind !== 'user') throw new Error('a route for users was entered without one');
  return principal.id;
};
