import type { RequestClient, Requester } from '@job-scope/auth-application';
import type { Principal } from '@job-scope/platform-nest';
import { parse } from 'bowser';
import type { FastifyRequest } from 'fastify';

const USER_AGENT_MAX_LENGTH = 512;

/** Long made-up user agents are cut: they are for people to recognise a device by. */
export const clientOf = ({ ip, headers }: FastifyRequest): RequestClient => ({
  ip,
  userAgent: headers['user-agent']?.slice(0, USER_AGENT_MAX_LENGTH) ?? null,
});

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
