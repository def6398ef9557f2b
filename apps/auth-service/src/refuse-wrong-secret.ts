import { NoSigningKeyError, type SigningKeyRing } from '@job-scope/auth-infrastructure/jwt';

/** A wrong KEY_ENCRYPTION_KEY must show now, not at the first login. That there is no key yet is for readiness to say. */
export const refuseWrongSecret = async (ring: SigningKeyRing, close: () => Promise<void>): Promise<void> => {
  try {
    await ring.signer();
  } catch (error) {
    if (error instanceof NoSigningKeyError) return;
    await close();
    throw error;
  }
};
