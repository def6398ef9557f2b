import { clientOf, type Principal } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';

/** The superuser who asks, and from where. */
export const requesterOf = (principal: Principal, request: FastifyRequest) => {
  if (principal.kind !== 'user') throw new Error('a route for superusers was entered without a user');
  return { userId: principal.id, client: clientOf(request) };
};
