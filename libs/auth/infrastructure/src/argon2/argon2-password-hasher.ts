import type { PasswordHasher } from '@job-scope/auth-ports';
import { hash, verify, type Options } from '@node-rs/argon2';
import { bulkhead, type IPolicy } from 'cockatiel';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes. The library's default algorithm is argon2id. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A core stays free for the event loop, so that logins cannot stop the other requests. */
const DEFAULT_CONCURRENCY = Math.max(1, availableParallelism() - 1);

/** argon2id on the thread pool, a bounded number at once; the others wait their turn. */
export class Argon2PasswordHasher implements PasswordHasher {
  private readonly turns: IPolicy;
  /** What the password of an unknown user is compared with, so that it takes as long. */
  private readonly decoy: Promise<string>;

  constructor(concurrency = DEFAULT_CONCURRENCY) {
    this.turns = bulkhead(concurrency, Infinity);
    this.decoy = this.hash(randomBytes(32).toString('base64url'));
  }

  hash(password: string): Promise<string> {
    return this.turns.execute(() => hash(password, PARAMETERS));
  }

  async verify(password: string, passwordHash: string | undefined): Promise<boolean> {
    const comparedWith = passwordHash ?? (await this.decoy);
    const matches = await this.turns.execute(() => verify(comparedWith, password));
    return matches && passwordHash !== undefined;
  }
}
