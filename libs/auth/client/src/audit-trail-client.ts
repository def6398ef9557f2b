import { AUTH_AUDIT_PATH, type AuditEventV1, type AuditQueryV1 } from '@job-scope/auth-contracts';
import { portToken } from '@job-scope/kernel';
import { ProblemException } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';
import { AuthServiceClient, type AuthServiceAnswer } from './auth-service-client';
import { cookieHeader } from './forwarded-headers';
import type { IdentityOptions } from './identity-options';
import { invalidToken } from './session-authenticator';
import { authBadGateway, authUnavailable } from './upstream-failure';

/** Identity's part of the audit trail, the newest first. */
export interface AuthAuditTrail {
  /** Reads in the name of who sends `client`. Throws a `ProblemException` rather than leave anything out. */
  list(query: AuditQueryV1, client: FastifyRequest): Promise<readonly AuditEventV1[]>;
}

export const AUTH_AUDIT_TRAIL = portToken<AuthAuditTrail>('auth/AuthAuditTrail');

/** The longest page there is, of events with the longest user agents, several times over. */
const MAX_BODY_BYTES = 2_097_152;

/** Asks auth-service, which decides itself whether the sender may see it: it gets the sender's own access token. */
export class AuditTrailClient implements AuthAuditTrail {
  private readonly authService: AuthServiceClient;
  private readonly secureCookies: boolean;

  constructor({
    authServiceUrl,
    timeoutMs,
    secureCookies,
  }: Pick<IdentityOptions, 'authServiceUrl' | 'timeoutMs' | 'secureCookies'>) {
    this.authService = new AuthServiceClient({ authServiceUrl, timeoutMs, maxBodyBytes: MAX_BODY_BYTES });
    this.secureCookies = secureCookies;
  }

  async list(query: AuditQueryV1, client: FastifyRequest): Promise<readonly AuditEventV1[]> {
    const wanted = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) wanted.set(name, String(value));
    const { authorization } = client.headers;
    const headers = {
      ...(authorization !== undefined && { authorization }),
      ...cookieHeader(client, this.secureCookies, ['access']),
    };
    return eventsIn(await this.authService.get({ path: `${AUTH_AUDIT_PATH}?${wanted}`, headers }, client));
  }

  close(): Promise<void> {
    return this.authService.close();
  }
}

const eventsIn = ({ status, body }: AuthServiceAnswer): readonly AuditEventV1[] => {
  if (status === 401) throw invalidToken();
  if (status === 403)
    throw new ProblemException(403, 'access-denied', { detail: 'The user is no superuser any more.' });
  if (status === 429 || status >= 500) throw authUnavailable();
  const { items } = (body ?? {}) as { readonly items?: unknown };
  if (status === 200 && Array.isArray(items) && items.every(isEvent)) return items;
  throw authBadGateway(`auth-service gave no audit trail, but answered ${status}.`);
};

/** The fields by which events are ordered are looked at; a new auth-service may know more of them. */
const isEvent = (item: unknown): item is AuditEventV1 => {
  const { id, at } = (item ?? {}) as { readonly id?: unknown; readonly at?: unknown };
  return typeof id === 'string' && typeof at === 'string' && !Number.isNaN(Date.parse(at));
};
