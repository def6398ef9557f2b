import type { NewKeyPair, SigningKey } from '@job-scope/auth-domain';
import type { AuthTransaction } from '@job-scope/auth-ports';

/** Stores the ring with its new key, and says so in the audit trail. */
export const saveRingWith = async (
  tx: AuthTransaction,
  ring: readonly SigningKey[],
  { kid }: NewKeyPair,
  now: Date,
): Promise<void> => {
  await tx.signingKeys.saveRing(ring);
  await tx.audit.append({
    at: now,
    action: 'signing-key.added',
    actor: { kind: 'operator' },
    subject: { kind: 'signing-key', id: kid },
    ip: null,
    userAgent: null,
    details: {},
  });
};
