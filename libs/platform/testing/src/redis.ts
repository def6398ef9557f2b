import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from './process';
import { freePort, onPath, type ServerSource, type TestServer } from './server';

/** The Redis of `REDIS_URL`, or one to start with the `redis-server` on PATH. */
export function redisSource(): ServerSource {
  const url = process.env['REDIS_URL'];
  if (url) return { start: async () => ({ url, stop: async () => {} }) };
  const command = onPath('redis-server');
  return command
    ? { start: () => startRedis(command) }
    : { missing: 'there is no REDIS_URL and no redis-server on PATH' };
}

/** Starts a Redis, or says why there is none. */
export async function findRedis(): Promise<TestServer | { missing: string }> {
  const source = redisSource();
  return 'missing' in source ? source : source.start();
}

async function startRedis(command: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'job-scope-redis-'));
  const port = await freePort();
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const redis = await startProcess({
    command,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    readyWhen: /Ready to accept connections/,
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
