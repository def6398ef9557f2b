import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent, request } from 'undici';
import type { KeptAnswer, KeptAnswers } from './kept-answers';
import { parseJson } from './parse-json';

export interface Exchange {
  readonly status: number;
  /** Header `Retry-After`, if there was one. */
  readonly retryAfter: string | null;
  /** Header `ETag`, if there was one. */
  readonly etag: string | null;
  /** For how long the answer holds, as header `Cache-Control` has it, if it says so. */
  readonly maxAgeSeconds: number | null;
  /**
   * Undefined if the answer is not JSON: guards and proxies before the API answer in HTML. After a 304 it is that of the
   * answer which is still true.
   */
  readonly body: unknown;
}

const MAX_BODY_BYTES = 32 * 1024 * 1024;
const NOT_MODIFIED = 304;

const unzip = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);
const agent = new Agent({ maxResponseSize: MAX_BODY_BYTES });

type Headers = Readonly<Record<string, string>>;

/**
 * One GET; conditional, if its last answer was kept. Rejects if there is no complete answer: refused, reset, timed out,
 * truncated, too large, aborted.
 */
export const getJson = async (
  url: URL,
  headers: Headers,
  signal: AbortSignal,
  kept?: KeptAnswers,
): Promise<Exchange> => {
  const known = kept?.find(url);
  const condition = known && { 'if-none-match': known.etag };
  const answer = await send(url, { headers: { ...headers, ...condition }, signal });
  if (answer.status === NOT_MODIFIED && known) return { ...answer, body: parseJson(await textOf(known)) };
  const body = await bodyOf(answer);
  const { status, etag, bytes, zipped } = answer;
  if (status === 200 && etag !== null && body !== undefined) kept?.keep(url, { etag, bytes, zipped });
  return { ...answer, body };
};

/** One POST of a form. Rejects as `getJson` does. */
export const postForm = async (
  url: URL,
  headers: Headers,
  form: URLSearchParams,
  signal: AbortSignal,
): Promise<Exchange> => {
  const ofForm = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = form.toString();
  const answer = await send(url, { method: 'POST', headers: { ...headers, ...ofForm }, body, signal });
  return { ...answer, body: await bodyOf(answer) };
};

/** An answer before it is read. */
interface Received extends Omit<Exchange, 'body'> {
  readonly bytes: Uint8Array;
  readonly zipped: boolean;
  readonly isJson: boolean;
}

const send = async (
  url: URL,
  options: { method?: 'POST'; headers: Headers; body?: string; signal: AbortSignal },
): Promise<Received> => {
  const { statusCode, headers, body } = await request(url, {
    ...options,
    dispatcher: agent,
    headers: { ...options.headers, accept: 'application/json', 'accept-encoding': 'gzip' },
  });
  return {
    status: statusCode,
    retryAfter: String(headers['retry-after'] ?? '') || null,
    etag: String(headers.etag ?? '') || null,
    maxAgeSeconds: maxAgeOf(String(headers['cache-control'] ?? '')),
    bytes: new Uint8Array(await body.arrayBuffer()),
    zipped: headers['content-encoding'] === 'gzip',
    isJson: /^application\/(?:[\w.+-]+\+)?json\b/i.test(String(headers['content-type'])),
  };
};

/** A truncated answer is seen here whatever it says it is. */
const bodyOf = async (answer: Received): Promise<unknown> => {
  const text = await textOf(answer);
  return answer.isJson && text !== '' ? parseJson(text) : undefined;
};

const maxAgeOf = (cacheControl: string): number | null => {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})(?:$|[\s,])/i.exec(cacheControl)?.[1];
  return seconds === undefined ? null : Number(seconds);
};

const textOf = async ({ bytes, zipped }: Pick<KeptAnswer, 'bytes' | 'zipped'>): Promise<string> =>
  (zipped ? await unzip(bytes, { maxOutputLength: MAX_BODY_BYTES }) : Buffer.from(bytes)).toString('utf8');
