import { setTimeout as sleep } from 'node:timers/promises';
import type { CancelSignal } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import { Client } from 'pg';
import { withAbortSignal } from '../abort-signal';

export interface ListenerOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  readonly applicationName: string;
  readonly logger: Logger;
}

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Waits for notifications of one channel, on a connection of its own that is opened by the first wait. What comes between
 * two waits ends the second at once. A lost connection ends the wait, and the next one opens another: notifications may
 * have been missed meanwhile, so that a new connection counts as one.
 */
export class PostgresListener {
  private client: Client | undefined;
  private news = new Notice();

  constructor(private readonly options: ListenerOptions) {}

  /** Resolves on a notification, after `timeoutMs`, or on abort; never rejects. One wait at a time. */
  async wait(timeoutMs: number, signal: CancelSignal): Promise<void> {
    await withAbortSignal(signal, async (abort) => {
      if (abort.aborted) return;
      const done = new AbortController();
      const timeout = sleep(timeoutMs, undefined, { signal: AbortSignal.any([abort, done.signal]) });
      void this.listen();
      await Promise.race([this.news.given, timeout.catch(() => undefined)]);
      done.abort();
    });
    this.news = new Notice();
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async listen(): Promise<void> {
    if (this.client) return;
    const { databaseUrl, channel, applicationName, logger } = this.options;
    const client = new Client({
      connectionString: databaseUrl,
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', () => this.news.give());
    client.on('error', (error) => this.lose(client, error));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      this.news.give();
    } catch (error) {
      if (this.client === client) this.client = undefined;
      logger.warn(`cannot listen to ${channel}`, { 'event.action': 'database-listen-failed', error });
    }
  }

  private lose(client: Client, error: Error): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.options.logger.warn('lost the connection that listens', { 'event.action': 'database-connection-lost', error });
    this.news.give();
  }
}

/** Something that is given once and can be awaited. */
class Notice {
  give: () => void = () => {};
  readonly given = new Promise<void>((resolve) => (this.give = resolve));
}
