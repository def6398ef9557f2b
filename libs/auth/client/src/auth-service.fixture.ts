import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers so; problems as auth-service words them. */
export const answering =
  (status: number, body?: object, headers: Readonly<Record<string, string | readonly string[]>> = {}): Answer =>
  (_request, response) => {
    const type = `application/${status < 400 ? 'json' : 'problem+json'}`;
    response.writeHead(status, { ...(body && { 'content-type': type }), ...headers });
    response.end(body && JSON.stringify(body));
  };

export const breaksOff: Answer = (request) => request.socket.destroy();
export const staysSilent: Answer = () => undefined;

/** Nobody listens there. */
export const NOWHERE = 'http://127.0.0.1:9';

/** A server in the place of auth-service: it answers what a test says, and keeps what it was asked. */
export class StandIn {
  readonly asked: Asked[] = [];
  answer: Answer = answering(200, {});
  private readonly server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    this.asked.push({ method, url, headers, body: await text(request).catch(() => '') });
    this.answer(request, response);
  });

  static async start(): Promise<StandIn> {
    const standIn = new StandIn();
    await new Promise<void>((resolve) => standIn.server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    this.asked.length = 0;
    this.answer = answering(200, {});
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
