import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { RequestQuota, SourceFailure } from '@job-scope/vacancies-ports';
import type { RequestFailure } from './failures';
import type { HeadHunterClient } from './headhunter-client';

/** As long as the API's documents allow its directories to be kept, for when an answer does not say. */
const FRESH_SECONDS = 1_200;
/** Whatever an answer says. */
const LONGEST_FRESH_SECONDS = 86_400;

interface Known<T> {
  readonly content: T;
  readonly etag: string | null;
  readonly freshUntil: number;
}

export interface DirectoryAnswer<T> {
  readonly result: Result<T, SourceFailure>;
  readonly requests: number;
}

/**
 * One directory of HeadHunter, asked for when it is needed and kept as long as its answer says. Then it is asked whether
 * it is still the same: if so that is one request, and nothing to read.
 */
export class HeadHunterDirectory<T> {
  private known: Known<T> | undefined;

  /** @param read gives undefined for what is no such directory: that must not take the place of a good one */
  constructor(
    private readonly client: HeadHunterClient,
    private readonly clock: Clock,
    private readonly path: string,
    private readonly read: (body: unknown) => T | undefined,
  ) {}

  async get(signal: AbortSignal, quota?: RequestQuota): Promise<DirectoryAnswer<T>> {
    const { known } = this;
    const now = this.clock.now().getTime();
    if (known && now < known.freshUntil) return { result: ok(known.content), requests: 0 };
    const { result, requests } = await this.client.directory(this.path, known?.etag ?? null, signal, quota);
    if (!result.ok) return { result: err(failureOf(result.error)), requests };
    const { status, body, etag, maxAgeSeconds } = result.value;
    const isStill = status === 304 && known !== undefined;
    const content = isStill ? known.content : this.read(body);
    if (content === undefined) {
      const detail = `HeadHunter answered something else than its directory ${this.path}`;
      return { result: err({ code: 'source.unavailable', detail }), requests };
    }
    const fresh = Math.min(maxAgeSeconds ?? FRESH_SECONDS, LONGEST_FRESH_SECONDS);
    this.known = { content, etag: isStill ? known.etag : etag, freshUntil: now + fresh * 1_000 };
    return { result: ok(content), requests };
  }
}

const failureOf = (error: RequestFailure): SourceFailure => {
  switch (error.code) {
    case 'headhunter.too-deep':
    case 'headhunter.not-found':
      return { code: 'source.unavailable', detail: error.detail };
    case 'headhunter.token-refused':
      return { code: 'source.unauthorized', cause: 'token', detail: error.detail };
    default:
      return error;
  }
};
