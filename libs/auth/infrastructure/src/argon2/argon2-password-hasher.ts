import type { PasswordHasher } from '@job-scope/auth-ports';
import { OverloadError } from '@job-scope/platform-nest';
import { hash, verify, type Options } from '@node-rs/argon2';
import { bulkhead, BulkheadRejectedError, type IPolicy } from 'cockatiel';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes. The library's default algorithm is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** A core stays free for the event loop, so that logins cannot stop the other requests. */
const DEFAULT_CONCURRENCY = Math.max(1, availableParallelism() - 1);

/** More than wait in a second even on a busy day: who comes after them is sent away, so that a flood ends. */
const MOST_WAITING = 64;

/** What a hash of today's parameters begins with, after its algorithm and version. */
const TODAY = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** argon2id on the thread pool, a bounded number at once; a bounded number of others wait their turn. */
export class Argon2PasswordHasher implements PasswordHasher {
  private readonly turns: IPolicy;
  /** What the password of an unknown user is compared with, so that it takes as long. */
  private readonly decoy: Promise<string>;

  constructor(concurrency = DEFAULT_CONCURRENCY, mostWaiting = MOST_WAITING) {
    this.turns = bulkhead(concurrency, mostWaiting);
    this.decoy = this.hash(randomBytes(32).toString('base64url'));
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, PARAMETERS));
  }

  async verify(password: string, passwordHash: string | undefined): Promise<boolean> {
    const comparedWith = passwordHash ?? (await this.decoy);
    const matches = await this.inTurn(() => verify(comparedWith, password));
    return matches && passwordHash !== undefined;
  }

  isOutdated(passwordHash: string): boolean {
    return !passwordHash.startsWith(TODAY);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.turns.execute(work);
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? new OverloadError('too many passwords wait to be hashed') : error;
    }
  }
}
