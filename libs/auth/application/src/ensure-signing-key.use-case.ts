import type { Clock } from '@job-scope/kernel';
import { firstSigningKey } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, KeyPairMaker } from '@job-scope/auth-ports';
import { saveRingWith } from './save-ring';

export interface EnsureSigningKeyOutput {
  /** False if there was a key before. */
  readonly created: boolean;
}

/** Makes the first signing key, once, however often and by however many it is asked for. */
export class EnsureSigningKey {
  constructor(
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly pairs: KeyPairMaker,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<EnsureSigningKeyOutput> {
    return this.unitOfWork.run(async (tx) => {
      const ring = await tx.signingKeys.lockRing();
      if (ring.length > 0) return { created: false };
      const pair = await this.pairs.make();
      const now = this.clock.now();
      await saveRingWith(tx, [firstSigningKey(pair, now)], pair, now);
      return { created: true };
    });
  }
}
