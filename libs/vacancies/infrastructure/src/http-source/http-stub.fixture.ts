import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpStub {
  readonly baseUrl: string;
  readonly requests: { readonly url: URL; readonly headers: IncomingMessage['headers'] }[];
  /** How the server answers from now on; it is silent at first. */
  respond: Respond;
  close(): Promise<void>;
}

/** A server on this machine that answers as a test tells it to. */
export const startHttpStub = async (): Promise<HttpStub> => {
  const server = createServer((request, response) => {
    stub.requests.push({ url: new URL(request.url ?? '/', stub.baseUrl), headers: request.headers });
    stub.respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: HttpStub = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    respond: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
};

export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Respond =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const html =
  (status: number): Respond =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>guard</body></html>');
  };

export const errors = (...types: readonly { type: string; value?: string }[]) => ({ request_id: '1', errors: types });
