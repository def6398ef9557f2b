import type { ApplicationTokens } from './application-tokens';

export interface HeadHunterOptions {
  /** `https://api.hh.ru`, or any server that speaks like it. */
  readonly baseUrl: string;
  /** `Name/1.0 (contact@example.com)`; without a name and a contact the API refuses to answer. */
  readonly userAgent: string;
  /** For searches; without a token the API soon demands a captcha. Directories are open to all. */
  readonly tokens?: ApplicationTokens;
  /** For one request, from connecting to the last byte. */
  readonly timeoutMs?: number;
  /** How often one request is repeated when that may help. */
  readonly retries?: number;
  /** Before the first repetition; later ones wait longer, each by chance a little more or less. */
  readonly firstRetryDelayMs?: number;
}
