import fc from 'fast-check';
import { silentLogger, type Logger } from '../logging/logger';
import { ReconciledRateLimit, type ReconciledRateLimitOptions } from './reconciled-rate-limit';
import { InMemorySharedUsage, type SharedUsage } from './shared-usage';

const POLICY = { requests: 10, seconds: 60 };

class Time {
  ms = 1_700_000_000_000;
  readonly now = () => this.ms;
}

let time: Time;
let usage: InMemorySharedUsage;
beforeEach(() => {
  time = new Time();
  usage = new InMemorySharedUsage(time.now);
});

const replica = (options: Partial<ReconciledRateLimitOptions> = {}) =>
  new ReconciledRateLimit({
    ...{ name: 'global', policy: POLICY, usage, logger: silentLogger, now: time.now },
    ...options,
  });

/** How many of so many requests pass. */
const pass = (limit: ReconciledRateLimit, requests: number, key = 'user:ann'): number =>
  Array.from({ length: requests }, () => limit.take(key)).filter(({ allowed }) => allowed).length;

describe('one replica', () => {
  it('A-10: lets the limit through and no more, until the window ends', () => {
    const limit = replica();
    expect(pass(limit, 100)).toBe(10);
    time.ms += 59_999;
    expect(pass(limit, 1)).toBe(0);
    time.ms += 1;
    expect(pass(limit, 100)).toBe(10);
  });

  it('tells what is left, and how long the window lasts', () => {
    const limit = replica();
    expect(limit.take('a')).toEqual({ allowed: true, remaining: 9, resetMs: 60_000 });
    time.ms += 1000;
    pass(limit, 8, 'a');
    expect(limit.take('a')).toEqual({ allowed: true, remaining: 0, resetMs: 59_000 });
    expect(limit.take('a')).toEqual({ allowed: false, remaining: 0, resetMs: 59_000 });
  });

  it('counts each key by itself', () => {
    const limit = replica();
    expect([pass(limit, 20, 'a'), pass(limit, 20, 'b')]).toEqual([10, 10]);
  });

  it('goes on counting while the store answers', async () => {
    const limit = replica();
    pass(limit, 6);
    const exchange = limit.reconcile();
    pass(limit, 2);
    await exchange;
    expect(limit.take('user:ann').remaining).toBe(1);
  });
});

describe('several replicas', () => {
  it('A-10: exceed the limit by one at most, when each reconciles after each request', async () => {
    const replicas = [replica(), replica()];
    let passed = 0;
    for (let i = 0; i < 20; i += 1) {
      for (const one of replicas) {
        passed += pass(one, 1);
        await one.reconcile();
      }
    }
    // The first does not know yet that the second has let the last one through.
    expect(passed).toBe(POLICY.requests + 1);
  });

  it('A-10: exceed the limit only by what each lets through in one second', async () => {
    const [a, b] = [replica(), replica()];
    expect([pass(a, 7), pass(b, 7)]).toEqual([7, 7]);
    await Promise.all([a.reconcile(), b.reconcile()]);
    time.ms += 1000;
    // The first had asked before the second had said; after this second it knows, too.
    expect([pass(a, 7), pass(b, 7)]).toEqual([3, 0]);
    await Promise.all([a.reconcile(), b.reconcile()]);
    for (let i = 0; i < 50; i += 1) {
      time.ms += 1000;
      expect([pass(a, 1), pass(b, 1)]).toEqual([0, 0]);
      await Promise.all([a.reconcile(), b.reconcile()]);
    }
  });

  it('A-10: keep the documented bound, whatever comes in whatever order', async () => {
    const step = fc.record({ who: fc.nat({ max: 3 }), requests: fc.nat({ max: 15 }), reconcile: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const shared = new InMemorySharedUsage(time.now);
        const replicas = Array.from({ length: 4 }, () => ({
          limit: replica({ usage: shared }),
          unsaid: 0,
          most: 0,
          all: 0,
        }));
        for (const { who, requests, reconcile } of steps) {
          const one = replicas[who]!;
          const passed = pass(one.limit, requests);
          one.unsaid += passed;
          one.all += passed;
          one.most = Math.max(one.most, one.unsaid);
          if (!reconcile) continue;
          await one.limit.reconcile();
          one.unsaid = 0;
        }
        const sum = (of: 'most' | 'all') => replicas.reduce((total, one) => total + one[of], 0);
        expect(sum('all')).toBeLessThanOrEqual(POLICY.requests + sum('most'));
        for (const { all } of replicas) expect(all).toBeLessThanOrEqual(POLICY.requests);
      }),
    );
  });

  it('begin a new window together, when the one in the store has ended', async () => {
    const [a, b] = [replica(), replica()];
    pass(a, 10);
    await a.reconcile();
    time.ms += 30_000;
    pass(b, 1);
    await b.reconcile();
    expect(b.take('user:ann')).toEqual({ allowed: false, remaining: 0, resetMs: 30_000 });
    time.ms += 30_000;
    expect([a, b].map((limit) => limit.take('user:ann').remaining)).toEqual([9, 9]);
  });
});

describe('the shared store', () => {
  it('is asked once a second for all keys that were used in it, and not at all for others', async () => {
    const add = jest.spyOn(usage, 'add');
    const limit = replica();
    for (const key of ['user:ann', 'address:192.0.2.1', 'user:ann']) limit.take(key);
    await limit.reconcile();
    limit.take('user:ann');
    await limit.reconcile();
    await limit.reconcile();
    expect(add.mock.calls.map(([used]) => used.map(({ requests }) => requests))).toEqual([[2, 1], [1]]);
  });

  it('never sees who was counted', async () => {
    const add = jest.spyOn(usage, 'add');
    const limit = replica();
    limit.take('address:192.0.2.1');
    await limit.reconcile();
    expect(add.mock.calls[0]?.[0]).toMatchObject([{ key: expect.stringMatching(/^global:[\w-]{43}$/) as string }]);
  });

  it('may be away: each goes on by itself, says so once, and catches up', async () => {
    const lines: string[] = [];
    const say = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
    const logger: Logger = { ...silentLogger, warn: say('warn'), info: say('info') };
    let away = true;
    const flaky: SharedUsage = {
      add: async (...given) => (away ? Promise.reject(new Error('away')) : usage.add(...given)),
    };
    const [a, b] = [replica({ usage: flaky, logger }), replica()];
    pass(a, 4);
    for (let i = 0; i < 3; i += 1) await a.reconcile();
    expect(lines).toEqual(['warn: the shared store of rate limits is away: each replica counts by itself']);
    expect(pass(a, 4)).toBe(4);
    away = false;
    await a.reconcile();
    pass(a, 1);
    await a.reconcile();
    expect(lines.slice(1)).toEqual(['info: rate limits are shared again']);
    pass(b, 1);
    await b.reconcile();
    expect(b.take('user:ann')).toMatchObject({ allowed: false, remaining: 0 });
    expect(pass(a, 9)).toBe(1);
  });

  it('is told what is unsaid at the end, after what is under way', async () => {
    const [a, b] = [replica(), replica()];
    a.start();
    pass(a, 3);
    const exchange = a.reconcile();
    pass(a, 3);
    await Promise.all([exchange, a.close()]);
    pass(b, 1);
    await b.reconcile();
    expect(b.take('user:ann').remaining).toBe(2);
  });

  it('is told by a timer, which ends with the limit', async () => {
    jest.useFakeTimers();
    try {
      const add = jest.spyOn(usage, 'add');
      const limit = replica();
      limit.start();
      limit.take('a');
      await jest.advanceTimersByTimeAsync(1000);
      expect(add).toHaveBeenCalledTimes(1);
      await limit.close();
      limit.take('a');
      await jest.advanceTimersByTimeAsync(5000);
      expect(add).toHaveBeenCalledTimes(1);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('the memory', () => {
  it('A-10: holds so many keys and no more, however many clients there are', async () => {
    const limit = replica({ maxKeys: 100 });
    for (let i = 0; i < 10_000; i += 1) limit.take(`address:${i}`);
    expect(limit.keys).toBe(100);
    for (let i = 0; i < 10_000; i += 1) limit.take('address:9999');
    expect(limit.keys).toBe(100);
  });

  it('forgets the oldest first, and learns again from the store what they had used', async () => {
    const limit = replica({ maxKeys: 2 });
    pass(limit, 10, 'ann');
    await limit.reconcile();
    for (const key of ['bob', 'eve']) limit.take(key);
    expect(limit.take('ann').allowed).toBe(true);
    await limit.reconcile();
    expect(limit.take('ann').allowed).toBe(false);
  });

  it('is free of keys whose windows have ended', async () => {
    const limit = replica();
    for (let i = 0; i < 50; i += 1) limit.take(`address:${i}`);
    time.ms += 60_000;
    limit.take('address:0');
    await limit.reconcile();
    expect(limit.keys).toBe(1);
  });
});
