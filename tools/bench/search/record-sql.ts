import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A statement as it went over the wire; values in their written form. */
export interface SqlQuestion {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** Stands before PostgreSQL, and remembers the statements with parameters that pass (its protocol, chapter 54.2.3). */
export async function recordSql(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const questions: SqlQuestion[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const read = statementReader((question) => questions.push(question));
    client.on('data', read);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // Who ends one end ends the other.
      socket.on('error', () => socket.destroy()).on('close', () => void (client.destroy(), upstream.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  [url.hostname, url.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: url.href, questions, stop };
}

const [PARSE, BIND] = ['P', 'B'];

/** Reads what a client sends: the first message has no type, each other one has a letter before its length. */
function statementReader(note: (question: SqlQuestion) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let [isFirst, text] = [true, ''];
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const skipped = isFirst ? 0 : 1;
      if (pending.length < skipped + 4) return;
      const end = skipped + pending.readInt32BE(skipped);
      if (pending.length < end) return;
      const [type, body] = [isFirst ? '' : String.fromCharCode(pending[0] ?? 0), pending.subarray(skipped + 4, end)];
      if (type === PARSE) text = textsOf(body, 2)[1] ?? '';
      if (type === BIND) note({ text, values: valuesOf(body) });
      [isFirst, pending] = [false, pending.subarray(end)];
    }
  };
}

/** The first strings of a message; each ends with a zero. */
function textsOf(body: Buffer, count: number): readonly string[] {
  return body.toString().split('\0', count);
}

function valuesOf(body: Buffer): readonly (string | null)[] {
  let at = textsOf(body, 2).reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
  at += 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return body.toString('utf8', at - length, at);
  });
}
