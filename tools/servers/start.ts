import { findElasticsearch, findRedis, startPostgres } from '@job-scope/platform-testing';
import { once } from 'node:events';

/** Runs a server of the tests in the foreground, on a free port with an empty data folder, until Ctrl-C. */
const servers = {
  elasticsearch: findElasticsearch,
  redis: findRedis,
  postgres: async () => {
    const { url, stop } = await startPostgres();
    return { url: url(), stop };
  },
};

async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !Object.hasOwn(servers, name)) {
    throw new Error(`name one of: ${Object.keys(servers).join(', ')}`);
  }
  const server = await servers[name as keyof typeof servers]();
  if ('missing' in server) throw new Error(server.missing);
  process.stdout.write(`${server.url}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
