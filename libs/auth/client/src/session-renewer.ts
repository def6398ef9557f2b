import { AUTH_PATHS, sessionCookieNames } from '@job-scope/auth-contracts';
import type { FastifyRequest } from 'fastify';
import type { AuthServiceClient } from './auth-service-client';
import { authBadGateway } from './upstream-failure';

/** The next tokens of a session, and the lines that give them to the browser. */
export interface RenewedSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly setCookies: readonly string[];
}

/** Nobody waits for a page longer than this because of a session. */
const TIMEOUT_MS = 3_000;

/**
 * Trades refresh tokens at auth-service. All requests that bring the same one at the same time share one trade; what
 * other replicas ask meanwhile, the session store answers with the same successor.
 */
export class SessionRenewer {
  private readonly underWay = new Map<string, Promise<RenewedSession | undefined>>();

  constructor(
    private readonly authService: Pick<AuthServiceClient, 'post'>,
    private readonly secureCookies: boolean,
  ) {}

  /** Undefined if auth-service refuses the token. Throws a `ProblemException` if it could not be asked. */
  renew(refreshToken: string, client: FastifyRequest): Promise<RenewedSession | undefined> {
    const known = this.underWay.get(refreshToken);
    if (known) return known;
    const renewal = this.trade(refreshToken, client).finally(() => this.underWay.delete(refreshToken));
    this.underWay.set(refreshToken, renewal);
    return renewal;
  }

  private async trade(refreshToken: string, client: FastifyRequest): Promise<RenewedSession | undefined> {
    const names = sessionCookieNames(this.secureCookies);
    const headers = { cookie: `${names.refresh}=${refreshToken}` };
    const call = { path: AUTH_PATHS.refresh, headers, timeoutMs: TIMEOUT_MS };
    const { status, setCookies } = await this.authService.post(call, client);
    if (status === 401) return undefined;
    const accessToken = valueOf(names.access, setCookies);
    const successor = valueOf(names.refresh, setCookies);
    if (status === 200 && accessToken && successor) return { accessToken, refreshToken: successor, setCookies };
    throw authBadGateway(`auth-service answered a refresh by ${status}.`);
  }
}

const valueOf = (name: string, setCookies: readonly string[]): string | undefined =>
  setCookies
    .find((line) => line.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .split(';', 1)[0];
