import { badUserAgent } from '../errors';

/** Names that HTTP libraries send when nobody tells them otherwise; the API refuses them. */
const DEFAULT_AGENTS =
  /^(python-requests|python-urllib|python-httpx|aiohttp|axios|node-fetch|node$|undici|got|curl|wget|go-http-client|okhttp|java|apache-httpclient|guzzlehttp|postmanruntime|libwww-perl|ruby)\b/i;

/** HH-User-Agent goes before User-Agent when both are given. @throws ApiError 400 bad_user_agent */
export function checkUserAgent(headers: Record<string, string | string[] | undefined>): void {
  const agent = String(headers['hh-user-agent'] ?? headers['user-agent'] ?? '').trim();
  if (agent === '') throw badUserAgent('unset');
  if (DEFAULT_AGENTS.test(agent)) throw badUserAgent('blacklisted');
}
