import { allowsTransport, type TokenTransport, type TransportSettings } from '@job-scope/auth-contracts';
import type { Clock } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';

export interface IdentityOptions extends TransportSettings {
  /** Where auth-service is, for example `http://127.0.0.1:3100`. */
  readonly authServiceUrl: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long auth-service may take to begin its answer, in milliseconds; 10,000 by default. */
  readonly timeoutMs?: number;
}

/** Pages keep their visitor's session in cookies: without cookies there are none. */
export const servesPages = ({ transport }: { readonly transport: TokenTransport }): boolean =>
  allowsTransport(transport, 'cookie');

/** Larger than any body of an identity request. */
export const IDENTITY_BODY_LIMIT = 16_384;

export const DEFAULT_TIMEOUT_MS = 10_000;
export const CONNECT_TIMEOUT_MS = 2_000;
