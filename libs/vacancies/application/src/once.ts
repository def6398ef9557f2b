import type { BroughtByKey, IdempotencyKey, VacancyTransaction } from '@job-scope/vacancies-ports';

/** What stands for the key, or that the key stands for another wish. */
export interface Once {
  readonly id: string;
  readonly isKeyReused: boolean;
}

/**
 * Does what a user asked for, unless their key has brought it. The key is claimed before anything else, so that of two
 * equal requests at once one waits and then finds what the other has brought.
 */
export const once = async (
  { idempotencyKeys }: VacancyTransaction,
  key: IdempotencyKey,
  brought: BroughtByKey,
  bring: () => Promise<void>,
): Promise<Once> => {
  if (await idempotencyKeys.remember(key, brought)) {
    await bring();
    return { id: brought.id, isKeyReused: false };
  }
  const earlier = await idempotencyKeys.find(key);
  if (!earlier) throw new Error('an idempotency key is taken, but not stored');
  return { id: earlier.id, isKeyReused: earlier.kind !== brought.kind || earlier.fingerprint !== brought.fingerprint };
};
