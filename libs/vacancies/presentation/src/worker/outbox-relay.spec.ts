import { silentLogger } from '@job-scope/platform-nest';
import type { RelayOutbox, RelayReport, WaitForOutbox } from '@job-scope/vacancies-application';
import { register } from 'prom-client';
import { OutboxRelay } from './outbox-relay';

const IDLE: RelayReport = { claimed: 0, failures: [] };

/** A relay whose rounds end as the test says, in order; after the last there is nothing to carry. */
const relaying = (...rounds: readonly (RelayReport | Error)[]) => {
  const left = [...rounds];
  let asleep = () => {};
  const slept = new Promise<void>((resolve) => (asleep = resolve));
  const warn = jest.fn();
  const error = jest.fn();
  let executed = 0;
  const relayOutbox: Pick<RelayOutbox, 'execute'> = {
    execute: async () => {
      executed += 1;
      const round = left.shift() ?? IDLE;
      if (round instanceof Error) throw round;
      return round;
    },
  };
  const waitForOutbox: Pick<WaitForOutbox, 'execute'> = {
    execute: (_timeoutMs, signal) => {
      asleep();
      return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
  };
  const relay = new OutboxRelay(relayOutbox as RelayOutbox, waitForOutbox as WaitForOutbox, {
    ...silentLogger,
    warn,
    error,
  });
  return { relay, slept, warn, error, executed: () => executed };
};

const relayed = async (result: string): Promise<number> => {
  const metric = await register.getSingleMetric('outbox_relayed_total')?.get();
  return metric?.values.find(({ labels }) => labels['result'] === result)?.value ?? 0;
};

describe('OutboxRelay', () => {
  beforeEach(() => register.resetMetrics());

  it('carries all that is there before it waits, and stops waiting when it is stopped', async () => {
    const { relay, slept, executed } = relaying({ claimed: 500, failures: [] }, { claimed: 3, failures: [] });
    relay.onApplicationBootstrap();
    await slept;
    await relay.beforeApplicationShutdown();
    expect(executed()).toBe(3);
    expect(await relayed('delivered')).toBe(503);
  });

  it('counts what could not be delivered, and tells of it once a round', async () => {
    const failures = [
      { messageId: '1', reason: 'no search server' },
      { messageId: '2', reason: 'no search server' },
    ];
    const { relay, slept, warn } = relaying({ claimed: 5, failures });
    relay.onApplicationBootstrap();
    await slept;
    await relay.beforeApplicationShutdown();
    expect(await relayed('failed')).toBe(2);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('2 events'), expect.anything()]]);
  });

  it('goes on after an outage of the database', async () => {
    jest.useFakeTimers();
    const { relay, error, executed } = relaying(new Error('no database'));
    relay.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(1_000);
    await relay.beforeApplicationShutdown();
    jest.useRealTimers();
    expect(error).toHaveBeenCalledTimes(1);
    expect(executed()).toBe(2);
  });
});
