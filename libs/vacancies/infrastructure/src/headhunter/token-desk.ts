import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Clock } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import type { RequestQuota, SourceFailure, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { takeRequest } from '../http-source/take-request';
import type { SourceTokenStore } from '../source-token-store';
import type { ApplicationTokens, TokenAnswer } from './application-tokens';
import { SOURCE } from './options';
import { TOKEN_TIMEOUT_MS, type RequestToken } from './token-request';
import type { TokenSealer } from './token-sealer';

/** HeadHunter gives one token in five minutes, counted from when it gave it: somewhat after we said that we ask. */
export const ASK_PAUSE_MS = 300_000 + TOKEN_TIMEOUT_MS;

const POLL_MS = 250;

export interface TokenDeskParts {
  readonly store: SourceTokenStore;
  readonly sealer: TokenSealer;
  readonly request: RequestToken;
  readonly budget: SourceRequestBudget;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How often to look whether another replica has got the token that it asks for. */
  readonly pollMs?: number;
}

/**
 * The token of our application. All replicas share one, since a new one voids the one before: who finds it refused looks
 * into the store first, and of those who find no other there one asks HeadHunter, while the others wait for what it gets.
 */
export class HeadHunterTokenDesk implements ApplicationTokens {
  private held: string | undefined;
  private unreadable = false;

  constructor(private readonly parts: TokenDeskParts) {}

  async token(refused: string | undefined, signal: AbortSignal, quota?: RequestQuota): Promise<TokenAnswer> {
    const { store, pollMs = POLL_MS } = this.parts;
    for (;;) {
      signal.throwIfAborted();
      if (this.held !== undefined && this.held !== refused) return without(ok(this.held));
      const { sealed, askedMsAgo } = await store.read(SOURCE);
      const stored = sealed === null ? undefined : this.open(sealed);
      if (stored !== undefined && stored !== refused) {
        this.held = stored;
      } else if (askedMsAgo < TOKEN_TIMEOUT_MS) {
        await sleep(pollMs, undefined, { signal });
      } else if (askedMsAgo < ASK_PAUSE_MS) {
        return without(err(this.later(ASK_PAUSE_MS - askedMsAgo)));
      } else {
        const allowed = await takeRequest(SOURCE, this.parts, quota, signal);
        if (!allowed.ok) return without(allowed);
        if (await store.claim(SOURCE, sealed, ASK_PAUSE_MS)) return { result: await this.ask(), requests: 1 };
        quota?.putBack();
        await sleep(pollMs, undefined, { signal });
      }
    }
  }

  private async ask(): Promise<TokenAnswer['result']> {
    const { store, sealer, request, logger } = this.parts;
    const answer = await request();
    if (answer.ok) {
      this.held = answer.value;
      await store.save(SOURCE, sealer.seal(answer.value));
      this.unreadable = false;
      logger.info('HeadHunter has given us a new application token', { 'event.action': 'source-token-obtained' });
      return answer;
    }
    const { error } = answer;
    if (error.code !== 'headhunter.too-early') return err(error);
    logger.warn(
      'HeadHunter gave a token less than five minutes ago, but not to us: does another program use our application?',
      {
        'event.action': 'source-token-too-early',
      },
    );
    return err(this.later(ASK_PAUSE_MS));
  }

  /** Undefined if it is not for us to read, which is said once. */
  private open(sealed: Uint8Array): string | undefined {
    const token = this.parts.sealer.open(sealed);
    if (token === undefined && !this.unreadable) {
      this.unreadable = true;
      this.parts.logger.warn(
        'the stored token of HeadHunter cannot be decrypted: HEADHUNTER_TOKEN_KEY or HEADHUNTER_CLIENT_ID is not the one it was stored with; a new one is asked for',
        { 'event.action': 'source-token-unreadable' },
      );
    }
    return token;
  }

  private later(retryAfterMs: number): SourceFailure {
    const until = new Date(this.parts.clock.now().getTime() + retryAfterMs).toISOString();
    const detail = `HeadHunter gives no new token before ${until}`;
    return { code: 'source.rate-limited', detail, retryAfterMs };
  }
}

const without = (result: TokenAnswer['result']): TokenAnswer => ({ result, requests: 0 });
