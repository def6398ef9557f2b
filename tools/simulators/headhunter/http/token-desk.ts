import type { VirtualClock } from '@job-scope/simulator-shared';
import { badAuthorization } from '../errors';

const REFRESH_INTERVAL_MS = 5 * 60_000;

export interface TokenOptions {
  /** The application token that vacancies and employers demand; without it anonymous requests are answered. */
  token?: string;
  /** What POST /token accepts; any pair when not given. */
  clientId?: string;
  clientSecret?: string;
}

export type TokenAnswer =
  | { access_token: string; token_type: 'bearer' }
  | { error: 'invalid_client' | 'unsupported_grant_type' | 'forbidden'; error_description: string };

/** Issues and checks application tokens. There is one at a time: a new one revokes the one before. */
export class TokenDesk {
  private current: string | undefined;
  private readonly revoked = new Set<string>();
  private readonly required: boolean;
  private issuedAt = Number.NEGATIVE_INFINITY;
  private issued = 0;

  constructor(
    private readonly options: TokenOptions,
    private readonly clock: VirtualClock,
  ) {
    this.current = options.token;
    this.required = options.token !== undefined;
  }

  /** Checks a header `Bearer …`. @throws ApiError 403 oauth */
  check(authorization: string | undefined): void {
    const token = authorization?.match(/^Bearer (.+)$/i)?.[1];
    if (token !== undefined && this.revoked.has(token)) throw badAuthorization('token_revoked');
    if (this.required && (token === undefined || token !== this.current)) throw badAuthorization('bad_authorization');
  }

  /** Answers POST /token. */
  issue(form: URLSearchParams): TokenAnswer {
    if (form.get('grant_type') !== 'client_credentials') {
      return { error: 'unsupported_grant_type', error_description: 'grant_type must be client_credentials' };
    }
    if (!this.knows(form.get('client_id'), form.get('client_secret'))) {
      return { error: 'invalid_client', error_description: 'client_id or client_secret not found' };
    }
    if (this.clock.elapsed() - this.issuedAt < REFRESH_INTERVAL_MS) {
      return { error: 'forbidden', error_description: 'app token refresh too early' };
    }
    this.revoke();
    this.issuedAt = this.clock.elapsed();
    this.issued += 1;
    this.current = `APPLSIMULATED${String(this.issued).padStart(4, '0')}`;
    return { access_token: this.current, token_type: 'bearer' };
  }

  /** Revokes the current token. */
  revoke(): void {
    if (this.current !== undefined) this.revoked.add(this.current);
    this.current = undefined;
  }

  private knows(id: string | null, secret: string | null): boolean {
    const { clientId, clientSecret } = this.options;
    if (!id || !secret) return false;
    return (clientId === undefined || id === clientId) && (clientSecret === undefined || secret === clientSecret);
  }
}
