import type { Requester } from '@job-scope/auth-application';
import { clientOf, type Principal } from '@job-scope/platform-nest';
import { parse } from 'bowser';
import type { FastifyRequest } from 'fastify';

/** Who asks, on a route that only users reach. */
export const requesterOf = (request: FastifyRequest): Requester => {
  const principal: Principal = request.principal;
  if (principal.kind !== 'user') throw new Error('a route for users was entered without one');
  return { userId: principal.id, sessionId: principal.sessionId, client: clientOf(request) };
};

/** What a device can be called, as `Firefox on Windows`; null if its user agent says nothing that is known. */
export const deviceNameOf = (request: FastifyRequest): string | null => {
  const { userAgent } = clientOf(request);
  if (!userAgent) return null;
  const { browser, os } = parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(' on ') || null;
};
