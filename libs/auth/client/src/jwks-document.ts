import type { VerificationJwk, VerificationJwkSet } from '@job-scope/auth-contracts';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** The usable keys of a JWKS document; other kinds of keys are passed over. Throws if it has none. */
export const parseJwks = (text: string): readonly VerificationJwk[] => {
  const { keys } = JSON.parse(text) as Partial<VerificationJwkSet>;
  const usable = Array.isArray(keys) ? keys.filter(isVerificationJwk) : [];
  if (usable.length === 0) throw new Error('the JWKS holds no ES256 key');
  return usable;
};

export const readJwksFile = async (file: string): Promise<readonly VerificationJwk[]> =>
  parseJwks(await readFile(file, 'utf8'));

/** Never leaves half a file, also when the process ends meanwhile. */
export const writeJwksFile = async (file: string, keys: readonly VerificationJwk[]): Promise<void> => {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ keys } satisfies VerificationJwkSet));
  await rename(draft, file);
};

const isVerificationJwk = (key: Partial<VerificationJwk> | null): key is VerificationJwk =>
  key?.kty === 'EC' &&
  key.crv === 'P-256' &&
  key.alg === 'ES256' &&
  [key.kid, key.x, key.y].every((text) => typeof text === 'string');
