import { silentLogger } from '@job-scope/platform-nest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JwksClient } from './jwks-client';
import { keyPair, startClock } from './tokens.fixture';

const [first, second] = [keyPair('key-1').jwk, keyPair('key-2').jwk];
const MINUTE = 60_000;

describe('JwksClient', () => {
  let server: Server;
  let folder: string;
  let requests: number;
  let answer: { status: number; body: string };
  let maxAge: number;
  const clients: JwksClient[] = [];

  const publish = (...keys: readonly object[]) => {
    answer = { status: 200, body: JSON.stringify({ keys }) };
  };
  const inFolder = (name: string) => join(folder, name);

  beforeEach(async () => {
    requests = 0;
    maxAge = 300;
    publish(first);
    folder = await mkdtemp(join(tmpdir(), 'jwks-'));
    server = createServer((request, response) => {
      requests++;
      response.writeHead(request.url === '/.well-known/jwks.json' ? answer.status : 404, {
        'cache-control': `public, max-age=${maxAge}`,
      });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const open = async (files: { cacheFile?: string; file?: string } = {}, url?: string) => {
    const clock = startClock();
    const authServiceUrl = url ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = await JwksClient.open({ authServiceUrl, clock, logger: silentLogger, ...files });
    clients.push(client);
    return { client, clock };
  };
  /** Nobody listens there. */
  const NOWHERE = 'http://127.0.0.1:9';

  it('knows the published keys, asked for once by all who wait', async () => {
    const { client } = await open();
    const found = await Promise.all(Array.from({ length: 10 }, () => client.find('key-1')));
    expect(found).toEqual(Array.from({ length: 10 }, () => first));
    expect(requests).toBe(1);
  });

  it('asks again for an unknown key, at most every 10 s', async () => {
    const { client, clock } = await open();
    await client.check();
    publish(first, second);
    expect(await client.find('key-2')).toBeUndefined();
    expect(requests).toBe(1);
    clock.advance(10_000);
    expect(await client.find('key-2')).toEqual(second);
    for (let made = 0; made < 50; made++) await client.find(`made-up-${made}`);
    expect(requests).toBe(2);
  });

  it('B-13: drops a key that is published no more, once the set is old', async () => {
    const { client, clock } = await open();
    await client.find('key-1');
    publish(second);
    clock.advance(5 * MINUTE);
    expect(await client.find('key-1')).toEqual(first);
    expect(await client.find('key-2')).toEqual(second);
    expect(client.has('key-1')).toBe(false);
  });

  it('B-13: learns so also while only tokens come that are remembered', async () => {
    const { client, clock } = await open();
    await client.find('key-1');
    publish(second);
    clock.advance(5 * MINUTE);
    for (let turn = 0; turn < 10_000 && client.has('key-1'); turn++) await new Promise(setImmediate);
    expect([client.has('key-1'), client.has('key-2')]).toEqual([false, true]);
  });

  it.each([
    ['an error', { status: 500, body: '{}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no key', { status: 200, body: '{"keys":[]}' }],
    ['only keys of another kind', { status: 200, body: '{"keys":[{"kty":"RSA","kid":"key-9"},null]}' }],
    ['more than a key set can be', { status: 200, body: ' '.repeat(70_000) }],
  ])('keeps the last good set when the answer is %s', async (_, broken) => {
    const { client, clock } = await open();
    await client.find('key-1');
    answer = broken;
    clock.advance(5 * MINUTE);
    await client.find('unknown');
    expect(requests).toBe(2);
    expect(await client.find('key-1')).toEqual(first);
  });

  it('starts from the set of last time while auth-service is away', async () => {
    const cacheFile = inFolder('jwks.json');
    const earlier = await open({ cacheFile });
    await earlier.client.find('key-1');
    await earlier.client.close();
    expect(JSON.parse(await readFile(cacheFile, 'utf8'))).toEqual({ keys: [first] });
    const { client } = await open({ cacheFile }, NOWHERE);
    expect(client.has('key-1')).toBe(true);
  });

  it('starts from JWKS_FILE when there is nothing newer, and prefers what is', async () => {
    const [file, cacheFile] = [inFolder('given.json'), inFolder('cache.json')];
    await writeFile(file, JSON.stringify({ keys: [first] }));
    expect((await open({ file, cacheFile }, NOWHERE)).client.has('key-1')).toBe(true);
    await writeFile(cacheFile, JSON.stringify({ keys: [second] }));
    const { client } = await open({ file, cacheFile }, NOWHERE);
    expect([client.has('key-1'), client.has('key-2')]).toEqual([false, true]);
  });

  it('passes over a broken cache, but not a broken JWKS_FILE: that one was given by hand', async () => {
    const [file, cacheFile] = [inFolder('given.json'), inFolder('cache.json')];
    for (const broken of [file, cacheFile]) await writeFile(broken, '{"keys":');
    const { client } = await open({ cacheFile });
    expect(await client.find('key-1')).toEqual(first);
    await expect(open({ file })).rejects.toThrow('JWKS_FILE');
  });

  it('is not ready without a single key, and then calls no key unknown', async () => {
    const { client } = await open({}, NOWHERE);
    await expect(client.check()).rejects.toThrow('no verification key');
    await expect(client.find('key-1')).rejects.toThrow('no verification key');
  });

  it('asks for its first key every second', async () => {
    answer = { status: 503, body: '{}' };
    const { client, clock } = await open();
    await expect(client.find('key-1')).rejects.toThrow('no verification key');
    publish(first);
    await expect(client.find('key-1')).rejects.toThrow('no verification key');
    clock.advance(1_000);
    expect(await client.find('key-1')).toEqual(first);
    expect(requests).toBe(2);
  });

  it('B-13: knows a key when it begins to sign, however short the set may be kept', async () => {
    maxAge = 2;
    const { client, clock } = await open();
    const known = client.find('key-1');
    // However long the answer is on its way.
    clock.advance(1_000);
    await known;
    publish(first, second);
    clock.advance(1_000);
    expect(await client.find('key-2')).toEqual(second);
  });

  it('B-13: does so also when nobody asked for anything meanwhile', async () => {
    maxAge = 2;
    const { client, clock } = await open();
    await client.find('key-1');
    publish(first, second);
    clock.advance(2 * maxAge * 1000);
    expect(await client.find('key-2')).toEqual(second);
  });
});
