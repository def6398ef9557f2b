import type { AccessTokenClaims, TransportSettings } from '@job-scope/auth-contracts';
import type { SessionStatus, SessionStatusReader } from '@job-scope/auth-ports';
import { ProblemException, type Authenticator, type Logger, type Principal } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';
import type { AccessTokenVerifier } from './access-token-verifier';
import { accessTokensOf } from './session-credentials';
import { SessionStatusLookup } from './session-status-lookup';

const ANONYMOUS: Principal = { kind: 'anonymous' };

/**
 * Tells who sends a request: by the signature of an access token, and by the status of its session, which is asked for
 * every time. On open routes a bad credential counts as none: a dead cookie must not keep its owner from logging in.
 */
export class SessionAuthenticator implements Authenticator {
  private readonly statuses: SessionStatusLookup;

  constructor(
    private readonly verifier: AccessTokenVerifier,
    statuses: SessionStatusReader,
    private readonly settings: TransportSettings,
    private readonly logger: Logger,
  ) {
    this.statuses = new SessionStatusLookup(statuses);
  }

  async authenticate(request: FastifyRequest): Promise<Principal> {
    const tokens = accessTokensOf(request, this.settings);
    if (tokens.length === 0) return ANONYMOUS;
    const isOpen = 'open' in (request.routeOptions.config.accessControl ?? {});
    try {
      const principal = await this.firstPrincipalOf(tokens);
      if (principal) return principal;
    } catch (error) {
      this.logger.error('a session cannot be checked', { 'event.action': 'session-status-unavailable', error });
      if (!isOpen) throw unavailable();
    }
    if (isOpen) return ANONYMOUS;
    throw invalidToken();
  }

  private async firstPrincipalOf(tokens: readonly string[]): Promise<Principal | undefined> {
    for (const token of tokens) {
      const claims = await this.verifier.verify(token);
      const status = claims && (await this.statuses.find(claims.sid));
      if (status && isGood(claims, status)) {
        return { kind: 'user', id: claims.sub, sessionId: claims.sid, superuser: status.superuser };
      }
    }
    return undefined;
  }
}

const isGood = ({ sub, gen }: AccessTokenClaims, { userId, active, generation }: SessionStatus): boolean =>
  active && userId === sub && acceptsGeneration(generation, gen);

/**
 * An access token dies with the second refresh after it: requests in flight outlive the first, while a copied token does
 * not outlive its owner's activity.
 */
const acceptsGeneration = (current: number, ofToken: number): boolean => ofToken === current || ofToken === current - 1;

export const invalidToken = (): ProblemException =>
  new ProblemException(401, 'auth.invalid-token', {
    detail: 'The access token is not valid any more. Refresh it, or log in again.',
    headers: { 'www-authenticate': 'Bearer realm="job-scope", error="invalid_token"' },
  });

const unavailable = (): ProblemException =>
  new ProblemException(503, 'auth.unavailable', {
    detail: 'Sessions cannot be checked right now.',
    headers: { 'retry-after': '5' },
  });
