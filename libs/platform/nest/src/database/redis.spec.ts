import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Redis } from 'ioredis';
import { isOutage } from '../problems/outage';
import { createRedis } from './redis';

/** It takes connections and never says a word, as a Redis does that has been stopped or is swapping. */
describe('createRedis, with a server that does not answer', () => {
  const sockets: Socket[] = [];
  let server: Server;
  let redis: Redis;
  beforeEach(async () => {
    server = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    redis = createRedis(`redis://127.0.0.1:${(server.address() as AddressInfo).port}`, 'spec');
  });
  afterEach(async () => {
    jest.useRealTimers();
    redis.disconnect();
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('B-17: fails a command in seconds: a request that waits for it can be answered', async () => {
    const failure = redis.get('key').catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(3_000);
    const outcome = await Promise.race([failure, new Promise((resolve) => setImmediate(resolve, 'still waiting'))]);

    expect([outcome, isOutage(outcome)]).toEqual([expect.any(Error), true]);
  });
});
