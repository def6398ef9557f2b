import { verify } from '@node-rs/argon2';

/**
 * What one core's argon2 can do: `hasher.ts <hash> <password> <seconds>` compares the password with its hash again and
 * again, one at a time, and nothing else. Prints how often a second as one line of JSON.
 */
async function main([hash = '', password = '', seconds]: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  let hashes = 0;
  let passed = 0;
  while (passed < Number(seconds) * 1000) {
    if (!(await verify(hash, password))) throw new Error('this is not the password');
    hashes += 1;
    passed = performance.now() - startedAt;
  }
  process.stdout.write(`${JSON.stringify({ hashesPerSecond: (hashes * 1000) / passed })}\n`);
}

void main(process.argv.slice(2));
