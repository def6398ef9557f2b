import { request } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { RunningSimulator } from './simulator';
import { startStub } from './stub.fixture';

let simulator: RunningSimulator;
const get = (path: string, init: RequestInit = {}) => fetch(`${simulator.url}${path}`, init);

/** As `fetch` never lets one see it: the bytes on the wire. */
async function raw(path: string, headers: Record<string, string> = {}) {
  const [response] = await once(request(`${simulator.url}${path}`, { headers }).end(), 'response');
  return { headers: response.headers, bytes: await buffer(response) };
}

beforeEach(async () => {
  simulator = await startStub();
});
afterEach(() => simulator.stop());

describe('what every simulator does with a request', () => {
  it('answers in the words of its API, whatever goes wrong', async () => {
    const answers = await Promise.all(['/nowhere', '/%E0%A4%A'].map((path) => get(path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 400]);
    expect(await answers[0]?.json()).toEqual({ failed: 'nothing here', requestId: expect.stringMatching(/^\d{32}$/) });
  });

  it('tells of its own bugs on stderr', async () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect((await get('/broken')).status).toBe(500);
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('a bug'));
    stderr.mockRestore();
  });

  it('packs large bodies for clients that accept it', async () => {
    const [plain, packed, small] = await Promise.all([
      raw('/things'),
      raw('/things', { 'accept-encoding': 'gzip, br' }),
      raw('/other', { 'accept-encoding': 'gzip' }),
    ]);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
    expect([plain, small].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, undefined]);
  });

  it('says that it is up, and does not log the question', async () => {
    expect((await get('/__health')).status).toBe(204);
    expect(simulator.control.requests()).toEqual([]);
  });

  it('logs everything about a request but the token', async () => {
    await get('/things?page=1', { headers: { authorization: 'Bearer secret', 'user-agent': 'Tester/1' } });
    expect(simulator.control.requests()).toEqual([
      {
        at: expect.any(Number),
        method: 'GET',
        path: '/things',
        query: { page: '1' },
        headers: expect.objectContaining({ authorization: 'Bearer …', 'user-agent': 'Tester/1' }),
        status: 200,
        scenarios: [],
      },
    ]);
  });
});

describe('the network', () => {
  it('resets the connection', async () => {
    simulator.control.scenario({ name: 'reset', count: 1 });
    await expect(get('/things')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await get('/things')).status).toBe(200);
    expect(simulator.control.requests().map(({ status }) => status)).toEqual([null, 200]);
  });

  it('hangs until the client gives up, and stops all the same', async () => {
    simulator.control.scenario({ name: 'hang', count: 2 });
    await expect(get('/things', { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
    const hanging = expect(get('/things')).rejects.toThrow('fetch failed');
    while (simulator.control.requests().length < 2) await get('/other');
    await simulator.stop();
    await hanging;
  });

  it('answers late', async () => {
    simulator.control.scenario({ name: 'slow', delay: 1000, count: 1 });
    const early = get('/things', { signal: AbortSignal.timeout(5) });
    await expect(early).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('breaks a packed body off in the middle', async () => {
    simulator.control.scenario({ name: 'truncated_gzip', count: 1 });
    const { headers, bytes } = await raw('/things');
    expect(headers['content-encoding']).toBe('gzip');
    expect(() => gunzipSync(bytes)).toThrow('unexpected end of file');
  });

  it('has a gateway that answers with a page', async () => {
    simulator.control.scenario({ name: 'bad_gateway' });
    const answer = await get('/things');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('<html>');
  });

  it.each([
    [{}, null],
    [{ retry_after: 7 }, '7'],
  ])('limits the rate with %j and Retry-After %s', async (parameters, retryAfter) => {
    simulator.control.scenario({ name: 'too_many_requests', ...parameters });
    const answer = await get('/things');
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([429, retryAfter, '']);
  });
});
