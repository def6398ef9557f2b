import { err, ok, type Result } from '@job-scope/kernel';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import { reasonOf } from '../http-source/failures';
import { postForm } from '../http-source/http-exchange';
import { countRequestTo } from '../http-source/source-metrics';
import { SOURCE } from './options';

/** HeadHunter gave a token less than five minutes ago, to whomever. */
export interface TooEarly {
  readonly code: 'headhunter.too-early';
}

/** Asks HeadHunter for a new token, which voids the one before. */
export type RequestToken = () => Promise<Result<string, SourceFailure | TooEarly>>;

export interface TokenRequestOptions {
  readonly baseUrl: string;
  readonly userAgent: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Longest wait for a token: from connecting to the last byte. */
export const TOKEN_TIMEOUT_MS = 10_000;

const FORM = { grant_type: 'client_credentials' };
/** A header can carry it, and nothing of a page or of a message is taken for one. */
const TOKEN = /^[\x21-\x7e]{8,4096}$/;

/** The request is not aborted from outside: a token that nobody takes would be lost to all for five minutes. */
export const tokenRequest =
  ({ baseUrl, userAgent, clientId, clientSecret }: TokenRequestOptions): RequestToken =>
  async () => {
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/token`);
    const form = new URLSearchParams({ ...FORM, client_id: clientId, client_secret: clientSecret });
    try {
      const headers = { 'HH-User-Agent': userAgent };
      const { status, body } = await postForm(url, headers, form, AbortSignal.timeout(TOKEN_TIMEOUT_MS));
      countRequestTo(SOURCE, status);
      return readAnswer(status, body);
    } catch (error) {
      countRequestTo(SOURCE, 'none');
      return unavailable(`HeadHunter gave no complete answer to the request for a token: ${reasonOf(error)}`);
    }
  };

/** Of the answer only the kind of error is shown: it may repeat what we have sent, or hold the token. */
const readAnswer = (status: number, body: unknown): Result<string, SourceFailure | TooEarly> => {
  const { access_token: token, error, error_description: text } = (body ?? {}) as Partial<Record<string, unknown>>;
  if (status === 200 && typeof token === 'string' && TOKEN.test(token)) return ok(token);
  if (status === 403 && /refresh too early/i.test(String(text))) return err({ code: 'headhunter.too-early' });
  const kind = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? `, ${error}` : '';
  const detail = `HeadHunter answered the request for a token with ${status}${kind}`;
  // Without JSON it is not HeadHunter that speaks, but what stands before it.
  const refused = status >= 400 && status < 500 && status !== 429 && body !== undefined;
  return refused ? err({ code: 'source.unauthorized', cause: 'token', detail }) : unavailable(detail);
};

const unavailable = (detail: string) => err({ code: 'source.unavailable', detail } as const);
