import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { rotateSigningKeys, verifiesRefreshTokens, type KeyRingTimes } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, KeyPairMaker } from '@job-scope/auth-ports';
import { saveRingWith } from './save-ring';

export interface RotateSigningKeysOutput {
  readonly kid: string;
  /** The new key is published at once and signs from then on. */
  readonly signFrom: Date;
}

/** Publishes a new signing key, and forgets those whose last token has expired. */
export class RotateSigningKeys {
  constructor(
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly pairs: KeyPairMaker,
    private readonly clock: Clock,
    private readonly times: KeyRingTimes,
  ) {}

  execute(): Promise<Result<RotateSigningKeysOutput, Failure<'auth.no-signing-key'>>> {
    return this.unitOfWork.run(async (tx) => {
      const ring = await tx.signingKeys.lockRing();
      if (ring.length === 0) return err({ code: 'auth.no-signing-key', detail: 'There is no key to replace yet.' });
      const pair = await this.pairs.make();
      const now = this.clock.now();
      const useful = ring.filter((key) => verifiesRefreshTokens(key, now, this.times));
      const rotated = rotateSigningKeys(useful, pair, now, this.times);
      await saveRingWith(tx, rotated.ring, pair, now);
      return ok({ kid: pair.kid, signFrom: rotated.added.signFrom });
    });
  }
}
