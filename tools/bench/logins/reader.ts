import { Pool } from 'undici';
import { quantile } from '../statistics';
import { runOpenLoop } from './open-loop';

/**
 * Reads at a constant rate, in a process of its own: `reader.ts <url> <authorization> <requests a second> <requests>`.
 * Prints its times as one line of JSON. Fails unless every answer is 200.
 */
export interface ReadTimes {
  /** When it was measured, in milliseconds since 1970: without the start of this process and its first requests. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds, from when a request was due. */
  readonly latency: { readonly p50: number; readonly p99: number };
  /** Milliseconds; how late this process itself sent the slowest hundredth. */
  readonly ownLatenessP99: number;
}

const WARM_UP_SECONDS = 1;

/** More than ever wait at once, short of a stall; those beyond wait for a connection, and that counts as well. */
const CONNECTIONS = 64;

async function main([url = '', authorization = '', perSecond, requests]: readonly string[]): Promise<void> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const send = async () => {
    const { statusCode, body } = await pool.request({ method: 'GET', path: pathname, headers: { authorization } });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${url} was answered with ${statusCode}: ${text}`);
  };
  const rate = Number(perSecond);
  await runOpenLoop({ perSecond: rate, requests: rate * WARM_UP_SECONDS, send });
  const from = Date.now();
  const times = await runOpenLoop({ perSecond: rate, requests: Number(requests), send });
  const result: ReadTimes = {
    from,
    to: Date.now(),
    latency: { p50: quantile(times.latencies, 0.5), p99: quantile(times.latencies, 0.99) },
    ownLatenessP99: quantile(times.lateness, 0.99),
  };
  await pool.close();
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

void main(process.argv.slice(2));
