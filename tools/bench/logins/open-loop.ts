import { setTimeout as sleep } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since whenever. */
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export interface OpenLoopOptions {
  readonly perSecond: number;
  readonly requests: number;
  readonly send: () => Promise<unknown>;
  readonly clock?: Clock;
}

/** Milliseconds, of every request in the order in which they were due. */
export interface OpenLoopTimes {
  /** From when it was due until its answer was there. */
  readonly latencies: readonly number[];
  /** From when it was due until it was sent: our own share, as when this process was not given a core in time. */
  readonly lateness: readonly number[];
}

const REAL_CLOCK: Clock = { now: () => performance.now(), sleep };

/**
 * Sends requests at a constant rate, whether or not those before have been answered. Users who do not know of each other
 * come like that. A client that waits for each answer before it asks again asks least while answers are slow, and so
 * measures a stall once where it would have hit hundreds: that is called coordinated omission. For the same reason time
 * counts from when a request was due, not from when it could be sent.
 */
export async function runOpenLoop(options: OpenLoopOptions): Promise<OpenLoopTimes> {
  const { perSecond, requests, send, clock = REAL_CLOCK } = options;
  const lateness: number[] = [];
  const answered: Promise<number>[] = [];
  let failed = false;
  const startsAt = clock.now();
  for (let index = 0; index < requests && !failed; index += 1) {
    const dueAt = startsAt + (index * 1000) / perSecond;
    while (clock.now() < dueAt) await clock.sleep(dueAt - clock.now());
    lateness.push(clock.now() - dueAt);
    const answer = send().then(() => clock.now() - dueAt);
    answer.catch(() => {
      failed = true;
    });
    answered.push(answer);
  }
  return { latencies: await Promise.all(answered), lateness };
}
