import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent, request } from 'undici';
import { parseJson } from './parse-json';

export interface Exchange {
  readonly status: number;
  /** Header `Retry-After`, if there was one. */
  readonly retryAfter: string | null;
  /** Undefined if the answer is not JSON: guards and proxies before the API answer in HTML. */
  readonly body: unknown;
}

const MAX_BODY_BYTES = 32 * 1024 * 1024;

const unzip = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);
const agent = new Agent({ maxResponseSize: MAX_BODY_BYTES });

type Headers = Readonly<Record<string, string>>;

/** One GET. Rejects if there is no complete answer: refused, reset, timed out, truncated, too large, aborted. */
export const getJson = (url: URL, headers: Headers, signal: AbortSignal): Promise<Exchange> =>
  exchange(url, { headers, signal });

/** One POST of a form. Rejects as `getJson` does. */
export const postForm = (url: URL, headers: Headers, form: URLSearchParams, signal: AbortSignal): Promise<Exchange> => {
  const ofForm = { 'content-type': 'application/x-www-form-urlencoded' };
  return exchange(url, { method: 'POST', headers: { ...headers, ...ofForm }, body: form.toString(), signal });
};

const exchange = async (
  url: URL,
  options: { method?: 'POST'; headers: Headers; body?: string; signal: AbortSignal },
): Promise<Exchange> => {
  const answer = await request(url, {
    ...options,
    dispatcher: agent,
    headers: { ...options.headers, accept: 'application/json', 'accept-encoding': 'gzip' },
  });
  const bytes = new Uint8Array(await answer.body.arrayBuffer());
  const zipped = answer.headers['content-encoding'] === 'gzip';
  const text = (zipped ? await unzip(bytes, { maxOutputLength: MAX_BODY_BYTES }) : Buffer.from(bytes)).toString('utf8');
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    retryAfter: String(answer.headers['retry-after'] ?? '') || null,
    body: isJson ? parseJson(text) : undefined,
  };
};
