/** Node's codes of a peer that cannot be reached, and of one that went away. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** SQLSTATE of PostgreSQL: connection exceptions, too many connections, and a server that stops or starts (appendix A). */
const SERVER_AWAY = /^(08...|53300|57P0[123])$/;

/** What pg and ioredis say without a code of their own. */
const SAID =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Connection is closed|Reached the max retries|Command timed out)/;

/** More is asked of us at once than we can do soon. */
export class OverloadError extends Error {
  override readonly name = 'OverloadError';
}

/** Whether something we depend on is away, or we are overloaded, as against a defect of ours: then trying again later is worth it. */
export function isOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof OverloadError) return true;
  return UNREACHABLE.has(code) || SERVER_AWAY.test(code) || SAID.test(error.message) || isOutage(error.cause);
}
