import { runOpenLoop, type Clock } from './open-loop';

/** Time passes while somebody sleeps, and only then. */
class VirtualClock implements Clock {
  private time = 5_000;
  private readonly sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.sleepers.push({ until: this.time + milliseconds, wake }));
  }

  /** As when a process gets no core for a while. */
  freeze(milliseconds: number): void {
    this.time += milliseconds;
  }

  async runUntilDone<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const ended = work.finally(() => {
      done = true;
    });
    ended.catch(() => {});
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (done) return ended;
      this.sleepers.sort((a, b) => a.until - b.until);
      const next = this.sleepers.shift();
      if (!next) throw new Error('all wait, and nobody sleeps');
      this.time = Math.max(this.time, next.until);
      next.wake();
    }
  }
}

const LOOP = { perSecond: 500, requests: 100 };

it('sends at the rate that was asked for', async () => {
  const clock = new VirtualClock();
  const sentAt: number[] = [];
  const send = async () => void sentAt.push(clock.now());
  const { latencies, lateness } = await clock.runUntilDone(runOpenLoop({ ...LOOP, send, clock }));
  expect(sentAt).toEqual(Array.from({ length: 100 }, (_, index) => 5_000 + index * 2));
  expect([latencies, lateness].map((times) => Math.max(...times))).toEqual([0, 0]);
});

it('shows a stall of the server to every request that was due meanwhile', async () => {
  const clock = new VirtualClock();
  const stall = { from: 5_020, to: 5_120 };
  const send = () => clock.sleep(clock.now() >= stall.from ? Math.max(1, stall.to - clock.now()) : 1);
  const { latencies, lateness } = await clock.runUntilDone(runOpenLoop({ ...LOOP, send, clock }));
  // A client that waits would have had one slow answer, the first.
  expect(latencies.slice(10, 60)).toEqual(Array.from({ length: 50 }, (_, index) => 100 - index * 2));
  expect(Math.max(...latencies.slice(0, 10), ...latencies.slice(60))).toBe(1);
  expect(Math.max(...lateness)).toBe(0);
});

it('leaves nothing out when it was itself held up, and says so', async () => {
  const clock = new VirtualClock();
  let sent = 0;
  const send = async () => {
    sent += 1;
    if (sent === 10) clock.freeze(50);
  };
  const { latencies, lateness } = await clock.runUntilDone(runOpenLoop({ ...LOOP, send, clock }));
  expect(latencies).toHaveLength(100);
  expect(lateness.slice(9, 36)).toEqual([0, ...Array.from({ length: 25 }, (_, index) => 48 - index * 2), 0]);
  expect(latencies[10]).toBe(48);
});

it('ends with the first request that fails', async () => {
  const clock = new VirtualClock();
  const send = jest.fn(() => Promise.reject(new Error('answered with 500')));
  await expect(clock.runUntilDone(runOpenLoop({ ...LOOP, send, clock }))).rejects.toThrow('answered with 500');
  expect(send.mock.calls.length).toBeLessThan(5);
});
