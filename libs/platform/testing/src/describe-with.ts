import { chromiumSource } from './chromium';
import { elasticsearchSource } from './elasticsearch';
import { redisSource } from './redis';
import type { ServerSource, TestServer } from './server';
import { borrowServer } from './test-servers';

export type OptionalServer = 'redis' | 'elasticsearch' | 'chromium';

const SOURCES: Readonly<Record<OptionalServer, () => ServerSource>> = {
  redis: redisSource,
  elasticsearch: elasticsearchSource,
  chromium: chromiumSource,
};

/**
 * Registers a suite that needs a server, or a browser. Where there is none, one skipped test says why; with its name in
 * `REQUIRE_SERVERS` (comma-separated) it fails instead. Redis is the file's own unless `REDIS_URL` is set; Elasticsearch
 * is shared by the run: use names of your own. Of Chromium the suite gets the path of the program.
 */
export function describeWith(kind: OptionalServer, suite: (getUrl: () => string) => void): void {
  const source = SOURCES[kind]();
  if ('missing' in source) return registerMissing(kind, source.missing);

  describe(`with ${kind}`, () => {
    let server: TestServer | undefined;
    beforeAll(async () => {
      server = kind === 'elasticsearch' ? await borrowServer(kind) : await source.start();
    }, 180_000);
    afterAll(() => server?.stop());

    suite(() => {
      if (!server) throw new Error(`${kind} is there from beforeAll on`);
      return server.url;
    });
  });
}

function registerMissing(kind: OptionalServer, reason: string): void {
  const required = (process.env['REQUIRE_SERVERS'] ?? '').split(',').some((name) => name.trim() === kind);
  if (required) {
    test(`needs ${kind}`, () => {
      throw new Error(`REQUIRE_SERVERS names ${kind}, but ${reason}`);
    });
  } else {
    test.skip(`with ${kind}: not run, because ${reason}`, () => {});
  }
}
