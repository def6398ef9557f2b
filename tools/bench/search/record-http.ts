import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpQuestion {
  readonly path: string;
  readonly body: string;
}

/** Stands before Elasticsearch, and remembers the searches that pass. */
export async function recordHttp(target: string) {
  const questions: HttpQuestion[] = [];
  const server = createServer((request, response) => {
    void forward(request, target, questions).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error: Error) => response.writeHead(502).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, questions, stop };
}

async function forward(request: IncomingMessage, target: string, questions: HttpQuestion[]) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [body, path] = [Buffer.concat(chunks).toString(), request.url ?? '/'];
  if (path.includes('/_search')) questions.push({ path, body });
  const { method = 'GET' } = request;
  const { 'content-type': type = 'application/json', accept = 'application/json' } = request.headers;
  const sent = method === 'GET' || method === 'HEAD' ? {} : { body };
  const answer = await fetch(target + path, { method, headers: { 'content-type': type, accept }, ...sent });
  const headers = {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    // The client talks to nobody who does not say so.
    'x-elastic-product': answer.headers.get('x-elastic-product') ?? '',
  };
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}
