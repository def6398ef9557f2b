import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkSigner } from '@job-scope/vacancies-ports';

/** HMAC-SHA-256 in base64url. */
export class HmacLinkSigner implements LinkSigner {
  constructor(private readonly secret: string) {}

  sign(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }

  isSignatureOf(text: string, signature: string): boolean {
    const [right, given] = [Buffer.from(this.sign(text)), Buffer.from(signature)];
    return right.length === given.length && timingSafeEqual(right, given);
  }
}
