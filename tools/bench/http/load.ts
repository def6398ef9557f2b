import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without one it is a GET. */
  readonly body?: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Throughput {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number };
}

/** What is used here of the JSON that `autocannon --json` prints. */
interface AutocannonResult {
  readonly requests: { readonly total: number };
  readonly duration: number;
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly errors: number;
  /** How often each status was answered. */
  readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
}

/** Drives a server with autocannon in a process of its own. Throws unless every answer is 200. */
export async function measureLoad({ url, headers, body, connections, seconds }: Load): Promise<Throughput> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    require.resolve('autocannon/autocannon.js'),
    ...['--json', '--no-progress', '--connections', String(connections), '--duration', String(seconds)],
    ...Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
    ...(body === undefined ? [] : ['--method', 'POST', '--body', body]),
    url,
  ]);
  const { requests, duration, latency, errors, statusCodeStats } = JSON.parse(stdout) as AutocannonResult;
  const statuses = Object.keys(statusCodeStats);
  if (errors > 0 || statuses.some((status) => status !== '200')) {
    throw new Error(`${url}: ${errors} requests without an answer, the others with ${statuses.join(', ')}`);
  }
  return { requestsPerSecond: requests.total / duration, latency: { p50: latency.p50, p99: latency.p99 } };
}
