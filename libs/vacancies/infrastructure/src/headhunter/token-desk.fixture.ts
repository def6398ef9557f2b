import { ok, type Result } from '@job-scope/kernel';
import { silentLogger, type Logger } from '@job-scope/platform-nest';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import { OpenBudget } from '@job-scope/vacancies-testing';
import type { SourceTokenStore, StoredToken } from '../source-token-store';
import { HeadHunterTokenDesk, type TokenDeskParts } from './token-desk';
import type { RequestToken, TooEarly } from './token-request';
import { TokenSealer } from './token-sealer';

export const KEY = Buffer.alloc(32, 1).toString('base64');
export const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');

/** Lives on while desks, the replicas, come and go. Its time passes when it is told to. */
export class InMemoryTokenStore implements SourceTokenStore {
  sealed: Uint8Array | null = null;
  reads = 0;
  private askedMsAgo = Number.POSITIVE_INFINITY;

  async read(): Promise<StoredToken> {
    this.reads += 1;
    return { sealed: this.sealed, askedMsAgo: this.askedMsAgo };
  }

  async claim(_source: string, seen: Uint8Array | null, pauseMs: number): Promise<boolean> {
    if (this.askedMsAgo < pauseMs || this.sealed !== seen) return false;
    this.askedMsAgo = 0;
    return true;
  }

  async save(_source: string, sealed: Uint8Array): Promise<void> {
    this.sealed = sealed;
  }

  elapse(ms: number): void {
    this.askedMsAgo += ms;
  }
}

/** HeadHunter's counter for tokens: gives `token-1`, `token-2`, …, unless it is told to answer otherwise. */
export class TokenCounter {
  requests = 0;
  answer: (() => Promise<Result<string, SourceFailure | TooEarly>>) | undefined;

  readonly request: RequestToken = async () => {
    this.requests += 1;
    return this.answer ? this.answer() : ok(`token-${this.requests}`);
  };
}

/** Notes all that is logged, as text. */
export const notedLogger = (notes: string[]): Logger => {
  const note = (message: string, fields?: object) => void notes.push(`${message} ${JSON.stringify(fields)}`);
  return { ...silentLogger, warn: note, info: note };
};

export const deskWith = (
  parts: Pick<TokenDeskParts, 'store' | 'request'> & Partial<TokenDeskParts>,
  key = KEY,
  clientId = 'app',
): HeadHunterTokenDesk =>
  new HeadHunterTokenDesk({
    sealer: new TokenSealer(key, clientId),
    budget: new OpenBudget(),
    clock: { now: () => new Date('2026-11-02T09:00:00Z') },
    logger: silentLogger,
    pollMs: 1,
    ...parts,
  });
