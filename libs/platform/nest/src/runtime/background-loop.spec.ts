import { BackgroundLoop, pause } from './background-loop';

const NO_PAUSE = { pauseAfterErrorMs: 0 };

/** A promise that the test resolves. */
const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};

describe('BackgroundLoop', () => {
  it('goes round until it is stopped, and lets the round under way end', async () => {
    const third = gate();
    const release = gate();
    let rounds = 0;
    let ended = 0;
    const loop = new BackgroundLoop({
      ...NO_PAUSE,
      step: async () => {
        if (++rounds === 3) {
          third.open();
          await release.passed;
        }
        ended += 1;
      },
      onError: () => undefined,
    });
    loop.start();
    await third.passed;
    const stopped = loop.stop();
    release.open();
    await stopped;
    expect([rounds, ended]).toEqual([3, 3]);
  });

  it('tells of a round that failed, and goes on', async () => {
    const recovered = gate();
    const errors: unknown[] = [];
    let rounds = 0;
    const loop = new BackgroundLoop({
      ...NO_PAUSE,
      step: async (signal) => {
        if (++rounds === 1) throw new Error('outage');
        recovered.open();
        await pause(60_000, signal);
      },
      onError: (error) => errors.push(error),
    });
    loop.start();
    await recovered.passed;
    await loop.stop();
    expect(errors).toEqual([new Error('outage')]);
  });

  it('ends itself when a round says so', async () => {
    let rounds = 0;
    const loop = new BackgroundLoop({
      ...NO_PAUSE,
      step: async () => (++rounds === 2 ? 'done' : undefined),
      onError: () => undefined,
    });
    loop.start();
    await new Promise((resolve) => setImmediate(resolve));
    await loop.stop();
    expect(rounds).toBe(2);
  });

  it('does not wait out a pause when it is stopped', async () => {
    const failed = gate();
    const loop = new BackgroundLoop({
      pauseAfterErrorMs: 60_000,
      step: () => Promise.reject(new Error('outage')),
      onError: failed.open,
    });
    loop.start();
    await failed.passed;
    await expect(loop.stop()).resolves.toBeUndefined();
  });

  it('can be stopped before it was started', async () => {
    const loop = new BackgroundLoop({ ...NO_PAUSE, step: async () => 'done', onError: () => undefined });
    await expect(loop.stop()).resolves.toBeUndefined();
  });
});
