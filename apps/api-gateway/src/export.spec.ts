import { ok } from '@job-scope/kernel';
import { hitOf, NO_HITS, vacancyToFind } from '@job-scope/vacancies-testing';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aGateway, UNAVAILABLE, type GatewayUnderTest } from './gateway.fixture';

const EXPORT = '/api/v1/vacancies/export';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
  await gateway.app.listen(0, '127.0.0.1');
});
beforeEach(() => gateway.search.reset());
afterAll(() => gateway.app.close());

/** A page of these titles, and behind it the same again if `more`. */
const pageOf = (titles: readonly string[], more = false) => {
  const items = titles.map((title) => hitOf(vacancyToFind({ title })));
  const next = more ? { next: { list: 'l', after: ['a'] } } : {};
  return ok({ ...NO_HITS, items, ...next, total: { value: titles.length, exact: true } });
};

/** As it comes over the wire, from its first bytes on. */
const open = async (query: string, headers: Record<string, string> = {}): Promise<IncomingMessage> => {
  const { port } = gateway.app.getHttpServer().address() as AddressInfo;
  const [answer] = await once(get({ host: '127.0.0.1', port, path: `${EXPORT}?${query}`, headers }), 'response');
  return answer as IncomingMessage;
};

const textOf = async (answer: IncomingMessage): Promise<string> =>
  Buffer.concat(await answer.toArray()).toString('utf8');

describe('GET /api/v1/vacancies/export', () => {
  it('sends anybody a file for spreadsheets, which can calculate nothing in it', async () => {
    gateway.search.answer = pageOf(['=HYPERLINK("http://evil")', 'Повар, "шеф"']);
    const { status, text, headers } = await gateway.call('get', `${EXPORT}?format=csv&area=Москва&text=повар`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="vacancies.csv"',
      'cache-control': 'no-store',
    });
    const [, first, second] = text.split('\r\n');
    expect(first).toContain(`,"'=HYPERLINK(""http://evil"")",`);
    expect(second).toContain(',"Повар, ""шеф""",');
    expect(gateway.search.asked).toMatchObject({ area: { names: ['Москва'] }, text: 'повар', sort: 'published' });
  });

  it('sends programs an object a line', async () => {
    gateway.search.answer = pageOf(['a', 'b']);
    const answer = await open('format=jsonl&sort=id&order=asc');
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await textOf(answer)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).title)).toEqual(['a', 'b']);
    expect(gateway.search.asked).toMatchObject({ sort: 'id', order: 'asc' });
  });

  it.each([
    ['format', ''],
    ['format', 'format=xlsx'],
    ['sort', 'format=csv&sort=relevance'],
    ['order', 'format=csv&order=up'],
    ['limit', 'format=csv&limit=5'],
    ['radiusKm', 'format=csv&radiusKm=far'],
  ])('names a wrong %s', async (name, query) => {
    const { status, body } = await gateway.call('get', `${EXPORT}?${query}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'validation-failed', `/${name}`]);
  });

  it('names what no search can be asked', async () => {
    const { status, body } = await gateway.call('get', `${EXPORT}?format=csv&radiusKm=5&lat=1`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'search.invalid', '/lng']);
  });

  it('sends nothing of what is too much, and names the way for that', async () => {
    gateway.search.answer = ok({ ...NO_HITS, total: { value: 10_000, exact: false } });
    const { status, body } = await gateway.call('get', `${EXPORT}?format=csv`);
    expect([status, body.code]).toEqual([413, 'exports.too-large']);
    expect(body.detail).toContain('POST /api/v1/exports');
  });

  it('says that search is away before it sends anything', async () => {
    gateway.search.answer = UNAVAILABLE;
    const { status, body } = await gateway.call('get', `${EXPORT}?format=csv`);
    expect([status, body.code]).toEqual([503, 'search.unavailable']);
  });

  it.each([['as it is'], ['gzip']])('breaks off when search goes away in the middle, sent %s', async (encoding) => {
    const search = jest.spyOn(gateway.search, 'search').mockResolvedValueOnce(pageOf(['a'], true));
    search.mockResolvedValue(UNAVAILABLE);
    const answer = await open('format=jsonl', encoding === 'gzip' ? { 'accept-encoding': 'gzip' } : {});
    expect(answer.statusCode).toBe(200);
    await expect(textOf(answer)).rejects.toThrow('aborted');
    search.mockRestore();
  });

  it('reads no further for a reader who is gone or does not read', async () => {
    const many = Array.from({ length: 100 }, () => 'x'.repeat(5_000));
    let [asked, ended] = [0, () => undefined as void];
    const gone = new Promise<void>((resolve) => (ended = resolve));
    const search = jest.spyOn(gateway.search, 'search').mockImplementation(async () => {
      asked += 1;
      return pageOf(many, true);
    });
    const connection = once(gateway.app.getHttpServer(), 'connection');
    const answer = await open('format=jsonl');
    const [socket] = (await connection) as [NodeJS.EventEmitter];
    socket.on('close', () => ended());
    answer.once('data', () => answer.destroy());
    await gone;
    const before = asked;
    // An export that went on would have asked for all that may be asked by the end of this.
    for (let i = 0; i < 200; i += 1) await new Promise(setImmediate);
    expect(asked - before).toBeLessThanOrEqual(1);
    expect(asked).toBeLessThan(100);
    search.mockRestore();
  });
});
