import { portToken } from '@job-scope/kernel';
import type { FastifyRequest } from 'fastify';

/** On whose behalf a request is made. Every request has one. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly id: string; readonly sessionId: string; readonly superuser: boolean };

/** Tells who sends a request; called once per matched request, before its body is read. */
export interface Authenticator {
  /** Anonymous without credentials; throws a 401 `ProblemException` for bad ones. */
  authenticate(request: FastifyRequest): Promise<Principal>;
}

export const AUTHENTICATOR = portToken<Authenticator>('platform/Authenticator');
