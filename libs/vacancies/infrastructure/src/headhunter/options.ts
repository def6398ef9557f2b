export interface HeadHunterOptions {
  /** `https://api.hh.ru`, or any server that speaks like it. */
  readonly baseUrl: string;
  /** `Name/1.0 (contact@example.com)`; without a name and a contact the API refuses to answer. */
  readonly userAgent: string;
  /** Application token; without one the API soon demands a captcha. */
  readonly token?: string;
  /** For one request, from connecting to the last byte. */
  readonly timeoutMs?: number;
  /** How often one request is repeated when that may help. */
  readonly retries?: number;
  /** Before the first repetition; later ones wait longer, each by chance a little more or less. */
  readonly firstRetryDelayMs?: number;
}
