import type { FastifyRequest } from 'fastify';

/** From where a request came, for the audit trail. */
export interface RequestClient {
  readonly ip: string;
  readonly userAgent: string | null;
}

const USER_AGENT_MAX_LENGTH = 512;

/** Long made-up user agents are cut: they are for people to recognise a device by. */
export const clientOf = ({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): RequestClient => ({
  ip,
  userAgent: headers['user-agent']?.slice(0, USER_AGENT_MAX_LENGTH) ?? null,
});
