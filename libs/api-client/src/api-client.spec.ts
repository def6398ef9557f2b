import { createClient, exportVacancies, isProblem, pages, runEvents, searchVacancies } from './index';

const PROBLEM = { type: 'urn:x', title: '', status: 404, code: 'collections.not-found', instance: '/', traceId: '0' };

/** A client whose requests are answered one after another, and the requests that it made. */
function clientOf(...answers: readonly (() => Response)[]) {
  const requests: Request[] = [];
  const fetch = async (...[input, init]: Parameters<typeof globalThis.fetch>) => {
    requests.push(new Request(input, init));
    const answer = answers[requests.length - 1];
    if (!answer) throw new Error('was asked too often');
    return answer();
  };
  return { requests, client: createClient({ baseUrl: 'http://api.test', fetch }) };
}
const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const events = (...ids: readonly number[]) =>
  ids.map((id) => `id: ${id}\nevent: page-stored\ndata: {"at":"2026-05-01T12:00:00.000Z","found":${id}}\n\n`).join('');
const collect = async <T>(items: AsyncIterable<T>) => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};
const run = { path: { id: '1' } };

/** Sends `text`, and breaks. */
const broken = (text: string) => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (text) controller.enqueue(new TextEncoder().encode(text));
      else controller.error(new Error('the connection was lost'));
      text = '';
    },
  });
  return new Response(body);
};

describe('following a run', () => {
  it('yields each event with its number, its type and what it is about', async () => {
    const { client } = clientOf(() => new Response(`: still here\n\n${events(1, 2)}`));

    expect(await collect(runEvents({ client, ...run }))).toEqual(
      [1, 2].map((id) => ({ id: `${id}`, event: 'page-stored', data: { at: '2026-05-01T12:00:00.000Z', found: id } })),
    );
  });

  it('goes on behind the last event after a lost connection, and ends where nothing is left', async () => {
    const { client, requests } = clientOf(
      () => broken(`retry: 1\n${events(1, 2)}`),
      () => new Response(null, { status: 204 }),
    );

    expect((await collect(runEvents({ client, ...run }))).map(({ id }) => id)).toEqual(['1', '2']);
    expect(requests.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '2']);
  });

  it('throws a refusal as its problem instead of asking again', async () => {
    const { client } = clientOf(() => json(PROBLEM, 404));
    const refusal = await collect(runEvents({ client, ...run })).catch((error: unknown) => error);
    expect(isProblem(refusal)).toBe(true);
    expect(refusal).toEqual(PROBLEM);
  });
});

describe('going through pages', () => {
  it('asks for each page with the cursor of the one before', async () => {
    const { client, requests } = clientOf(
      () => json({ items: [], nextCursor: 'a b' }),
      () => json({ items: [] }),
    );
    const all = pages((cursor) => searchVacancies({ client, throwOnError: true, query: { text: 'c++', cursor } }));

    expect(await collect(all)).toHaveLength(2);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?text=c%2B%2B', '?text=c%2B%2B&cursor=a%20b']);
  });
});

describe('downloading an export', () => {
  const file = (text: string, type: string) => () =>
    new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
  const lines = '{"title":"Повар"}\n{"title":"Врач"}\n';

  it('gives CSV as text and JSON Lines as a Blob, and says so', async () => {
    const { client } = clientOf(file('id,title\r\n', 'text/csv'), file(lines, 'application/x-ndjson'));
    const ask = async (format: 'csv' | 'jsonl') => {
      const { data } = await exportVacancies({ client, throwOnError: true, query: { format } });
      return data;
    };
    const [csv, jsonl]: [string | Blob, string | Blob] = [await ask('csv'), await ask('jsonl')];
    expect(csv).toBe('id,title\r\n');
    if (typeof jsonl === 'string') throw new Error('JSON Lines came as text');
    expect(await jsonl.text()).toBe(lines);
  });

  it('gives either as text, or piece by piece, if asked to', async () => {
    const { client } = clientOf(file(lines, 'application/x-ndjson'), file(lines, 'application/x-ndjson'));
    const ask = async (parseAs: 'text' | 'stream'): Promise<unknown> => {
      const { data } = await exportVacancies({ client, throwOnError: true, parseAs, query: { format: 'jsonl' } });
      return data;
    };
    expect(await ask('text')).toBe(lines);
    expect(await ask('stream')).toBeInstanceOf(ReadableStream);
  });
});

describe('telling problems apart', () => {
  it('knows them from what else can be thrown', () => {
    expect([PROBLEM, new Error('no connection'), null, {}].map(isProblem)).toEqual([true, false, false, false]);
  });
});
