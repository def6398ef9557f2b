import { join } from 'node:path';
import { startProcess } from '@job-scope/platform-testing';
import type { Stack } from '../stack';
import { undoable } from '../undo';
import { alternate, summarise, type Summary } from '../statistics';
import { measureLoad, type Throughput } from './load';

export interface AccessOptions {
  /** A route of both, for whoever is logged in. */
  readonly path: string;
  readonly rounds: number;
  readonly connections: number;
  readonly seconds: number;
}

export interface AccessRatio {
  /** Requests per second. */
  readonly bare: Summary;
  readonly gateway: Summary;
  /** Milliseconds; the worst round's 99th percentile. */
  readonly gatewayP99: number;
  /** Of each round: what the gateway reaches of the bare rate. */
  readonly ratio: Summary;
}

/**
 * Asks a bare Fastify and the gateway for the same, in turn. The gateway verifies the token (its signature is known from
 * the first request on), asks for the status of the session every time, counts against limits, and logs, measures and traces
 * as always.
 */
export async function compareAccess(stack: Stack, options: AccessOptions): Promise<AccessRatio> {
  const { path, rounds, connections, seconds } = options;
  const bare = await startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', join(__dirname, 'bare-server.ts')],
    readyWhen: /listening at/,
  });
  const stopBare = undoable(() => bare.stop());
  const headers = { authorization: `Bearer ${await stack.accessToken()}` };
  const drive = (origin: string, duration = seconds): Promise<Throughput> =>
    measureLoad({ url: origin + path, headers, connections, seconds: duration });
  try {
    const [bareUrl = ''] = /http:\S+/.exec(await bare.line(/listening at/)) ?? [];
    for (const origin of [bareUrl, stack.gatewayUrl]) await drive(origin, WARM_UP_SECONDS);
    const pairs = await alternate(
      rounds,
      () => drive(bareUrl),
      () => drive(stack.gatewayUrl),
    );
    return {
      bare: summarise(pairs.map(([one]) => one.requestsPerSecond)),
      gateway: summarise(pairs.map(([, other]) => other.requestsPerSecond)),
      gatewayP99: Math.max(...pairs.map(([, other]) => other.latency.p99)),
      ratio: summarise(pairs.map(([one, other]) => other.requestsPerSecond / one.requestsPerSecond)),
    };
  } finally {
    await stopBare();
  }
}

const WARM_UP_SECONDS = 3;
