import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts private keys for storage (AES-256-GCM). Sealed: nonce, tag, ciphertext. The key's id is authenticated with it,
 * so that one stored key cannot be put in the place of another.
 */
export class KeySealer {
  private readonly secret: Buffer;

  /** @param secret 32 bytes in base64: `KEY_ENCRYPTION_KEY`. */
  constructor(secret: string) {
    this.secret = Buffer.from(secret, 'base64');
    if (this.secret.length !== 32) throw new Error('KEY_ENCRYPTION_KEY must be 32 bytes in base64');
  }

  seal(privateKey: Uint8Array, kid: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.secret, nonce).setAAD(Buffer.from(kid));
    const sealed = [cipher.update(privateKey), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** Throws if it was sealed with another secret or under another id. */
  open(sealed: Uint8Array, kid: string): Buffer {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(ALGORITHM, this.secret, nonce, options).setAAD(Buffer.from(kid)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch (error) {
      const message = `signing key ${kid} cannot be decrypted: KEY_ENCRYPTION_KEY is not the one it was stored with`;
      throw new Error(message, { cause: error });
    }
  }
}
