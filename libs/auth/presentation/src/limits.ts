import { clientNetwork, type RateLimitRule } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';

/** The address of the body in the spelling it is counted under; what is missing or no text counts together. */
const email = ({ body }: FastifyRequest): string | undefined => {
  const value: unknown = (body as { email?: unknown } | null | undefined)?.email;
  return typeof value === 'string' ? value.trim().normalize('NFC').toLowerCase() : undefined;
};

const address = ({ ip }: FastifyRequest): string => clientNetwork(ip);

const userId = (request: FastifyRequest): string =>
  request.principal.kind === 'user' ? request.principal.id : address(request);

/** What is counted, and by what. How much is allowed is a setting of the service, by these names. */
export const LIMITS = {
  /** Somebody at one place guesses the password of one account; logging in forgives what came before. */
  login: { name: 'login', by: (request) => [address(request), email(request)], clearOnSuccess: true },
  /** Somebody at one place tries many accounts, or many links. */
  loginAddress: { name: 'login-address', by: address },
  /** Somebody at many places guesses the password of one account. */
  loginAccount: { name: 'login-account', by: email },
  /** Somebody who has got hold of a session guesses the password. */
  ownPassword: { name: 'login', by: userId, clearOnSuccess: true },
  /** Somebody at one place has mails sent. */
  mailAddress: { name: 'mail', by: address },
  /** Somebody has one mailbox filled. */
  mailRecipient: { name: 'mail', by: email },
} as const satisfies Readonly<Record<string, RateLimitRule>>;
