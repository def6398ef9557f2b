import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { elasticsearchSource } from './elasticsearch';
import { startPostgres } from './postgres';
import type { TestServer } from './server';

/** Servers too slow to start for each spec file. */
export type SharedServer = 'postgres' | 'elasticsearch';

const BROKER = 'JOB_SCOPE_TEST_SERVERS';

const start: Readonly<Record<SharedServer, () => Promise<TestServer>>> = {
  postgres: async () => {
    const { url, stop } = await startPostgres();
    return { url: url(), stop };
  },
  elasticsearch: async () => {
    const source = elasticsearchSource();
    if ('missing' in source) throw new Error(source.missing);
    return source.start();
  },
};

/** The run's server of that kind, started when the first spec file asks; one of our own outside a Jest run. */
export async function borrowServer(kind: SharedServer): Promise<TestServer> {
  const broker = process.env[BROKER];
  if (!broker) return start[kind]();
  const answer = await fetch(`${broker}/${kind}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return { url: text, stop: async () => {} };
}

/** Lends servers to the workers of a Jest run from its main process, which ends them. */
export class TestServers {
  private readonly started = new Map<SharedServer, Promise<TestServer>>();
  private closed: Promise<void> | undefined;
  private readonly broker: Server = createServer((request, response) => {
    // A connection kept for the next question might be closed just when it is asked.
    response.setHeader('connection', 'close');
    this.get(request.url?.slice(1) as SharedServer).then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });

  /** Listens, and tells the workers by an environment variable. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.broker.listen(0, '127.0.0.1', resolve));
    this.broker.unref();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void this.close().finally(() => process.exit(1)));
    }
    process.env[BROKER] = `http://127.0.0.1:${(this.broker.address() as AddressInfo).port}`;
  }

  /** Ends all that was started; a signal and the end of the run may both ask for it. */
  close(): Promise<void> {
    this.closed ??= this.end();
    return this.closed;
  }

  private async end(): Promise<void> {
    this.broker.close();
    const servers = await Promise.allSettled(this.started.values());
    await Promise.all(servers.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
  }

  private get(kind: SharedServer): Promise<TestServer> {
    const server = this.started.get(kind) ?? start[kind]();
    this.started.set(kind, server);
    return server;
  }
}
