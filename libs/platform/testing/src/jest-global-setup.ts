import { TestServers } from './test-servers';

/** Jest calls it once per run, before the workers; the function it leaves behind is for `jest-global-teardown`. */
export default async function setUp(): Promise<void> {
  const servers = new TestServers();
  await servers.open();
  Object.assign(globalThis, { closeTestServers: () => servers.close() });
}
