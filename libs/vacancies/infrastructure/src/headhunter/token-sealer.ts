import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the token for storage (AES-256-GCM). Sealed: nonce, tag, ciphertext. The application's id is authenticated
 * with it, so that the token of another application is not taken for ours.
 */
export class TokenSealer {
  private readonly key: Buffer;
  private readonly application: Buffer;

  /** @param key 32 bytes in base64 */
  constructor(key: string, clientId: string) {
    this.key = Buffer.from(key, 'base64');
    this.application = Buffer.from(clientId);
    if (this.key.length !== 32) throw new Error('the key of the token must be 32 bytes in base64');
  }

  seal(token: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(this.application);
    const sealed = [cipher.update(token, 'utf8'), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** Undefined if it was sealed with another key or for another application, or is damaged. */
  open(sealed: Uint8Array): string | undefined {
    try {
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv(ALGORITHM, this.key, sealed.subarray(0, NONCE_BYTES), options);
      decipher.setAAD(this.application).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }
}
