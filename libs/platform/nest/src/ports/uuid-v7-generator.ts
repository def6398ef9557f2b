import type { IdGenerator } from '@job-scope/kernel';
import { randomBytes } from 'node:crypto';

/**
 * UUIDv7 (RFC 9562 §5.7), strictly increasing within a process by method 2 of §6.2: within one millisecond, or when the
 * clock goes back, the 74 random bits are a counter that grows by a random step.
 */
export class UuidV7Generator implements IdGenerator {
  private millis = 0n;
  private counter = 0n;

  constructor(private readonly now: () => number = Date.now) {}

  next(): string {
    const now = BigInt(this.now());
    if (now > this.millis) {
      this.millis = now;
      // Two bits fewer than there is room for: 2^41 steps before it could run over.
      this.counter = random(9);
    } else {
      this.counter += 1n + random(4);
    }
    return format(this.millis, this.counter);
  }
}

const random = (bytes: number): bigint => BigInt(`0x${randomBytes(bytes).toString('hex')}`);

function format(millis: bigint, counter: bigint): string {
  const high = (millis << 16n) | 0x7000n | (counter >> 62n);
  const low = (1n << 63n) | (counter & ((1n << 62n) - 1n));
  const hex = ((high << 64n) | low).toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
