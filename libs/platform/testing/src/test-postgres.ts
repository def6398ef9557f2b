import { randomBytes } from 'node:crypto';
import { runSql } from './postgres';
import type { TestServer } from './server';
import { borrowServer } from './test-servers';

/**
 * Gives the spec file (or `describe`) that calls it an empty database of its own, dropped at the end. `url` can be read
 * in hooks and tests, and is the superuser's.
 */
export function testPostgres(): { readonly url: string } {
  const name = `test_${randomBytes(6).toString('hex')}`;
  let server: TestServer | undefined;

  beforeAll(async () => {
    server = await borrowServer('postgres');
    await runSql(server.url, `CREATE DATABASE ${name}`);
  }, 60_000);

  afterAll(async () => {
    await runSql(server!.url, `DROP DATABASE ${name} WITH (FORCE)`);
    await server!.stop();
  });

  return {
    get url() {
      if (!server) throw new Error('the test database is there from beforeAll on');
      return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    },
  };
}
