import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stack } from '../stack';
import { perSecond, summarise, type Summary } from '../statistics';
import { addAccounts, type Account } from './accounts';
import { keepLoggingIn } from './log-in-clients';
import type { ReadTimes } from './reader';

export interface LoginOptions {
  readonly rounds: number;
  readonly clients: number;
  readonly readsPerSecond: number;
  /** Of reading, with logins and without, each round. */
  readonly seconds: number;
}

/** Milliseconds. */
export interface ReadSummary {
  readonly p50: Summary;
  readonly p99: Summary;
  readonly ownLatenessP99: Summary;
}

export interface ReadsUnderLogins {
  readonly alone: ReadSummary;
  readonly underLogins: ReadSummary;
  /** Each a second. */
  readonly hashes: Summary;
  readonly logins: Summary;
  /** Of each round: logins against what one core's argon2 can do. */
  readonly loginRatio: Summary;
}

interface Round {
  readonly alone: ReadTimes;
  readonly underLogins: ReadTimes;
  readonly hashes: number;
  readonly logins: number;
}

const PATH = '/api/v1/sources';
const WARM_UP_SECONDS = 3;
const HASHER_SECONDS = 4;

/** Reads at a constant rate, alone and while clients log in all the time; and between the two measures argon2 alone. */
export async function compareReads(stack: Stack, options: LoginOptions): Promise<ReadsUnderLogins> {
  const { rounds, clients, readsPerSecond, seconds } = options;
  const accounts = await addAccounts(stack, clients);
  const authorization = `Bearer ${await stack.accessToken()}`;
  const read = (duration = seconds) =>
    run<ReadTimes>('reader.ts', stack.gatewayUrl + PATH, authorization, readsPerSecond, readsPerSecond * duration);
  await read(WARM_UP_SECONDS);
  await underLogins(stack, accounts, () => read(WARM_UP_SECONDS));
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const alone = await read();
    const hashes = await hashesPerSecond(accounts);
    const { reads, loginsPerSecond } = await underLogins(stack, accounts, read);
    measured.push({ alone, hashes, underLogins: reads, logins: loginsPerSecond });
  }
  return {
    alone: summariseReads(measured.map((round) => round.alone)),
    underLogins: summariseReads(measured.map((round) => round.underLogins)),
    hashes: summarise(measured.map(({ hashes }) => hashes)),
    logins: summarise(measured.map(({ logins }) => logins)),
    loginRatio: summarise(measured.map(({ logins, hashes }) => logins / hashes)),
  };
}

async function underLogins({ gatewayUrl }: Stack, accounts: readonly Account[], read: () => Promise<ReadTimes>) {
  const clients = await keepLoggingIn(gatewayUrl, accounts);
  const reads = await Promise.race([read(), clients.failed]);
  await clients.stop();
  return { reads, loginsPerSecond: perSecond(clients.answeredAt, reads) };
}

async function hashesPerSecond([account]: readonly Account[]): Promise<number> {
  const { passwordHash = '', password = '' } = account ?? {};
  return (await run<{ hashesPerSecond: number }>('hasher.ts', passwordHash, password, HASHER_SECONDS)).hashesPerSecond;
}

/** What a program of this folder prints. */
async function run<T>(program: string, ...args: readonly (string | number)[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['-r', '@swc-node/register', join(__dirname, program)],
    ...args.map(String),
  ]);
  return JSON.parse(stdout) as T;
}

const summariseReads = (times: readonly ReadTimes[]): ReadSummary => ({
  p50: summarise(times.map(({ latency }) => latency.p50)),
  p99: summarise(times.map(({ latency }) => latency.p99)),
  ownLatenessP99: summarise(times.map(({ ownLatenessP99 }) => ownLatenessP99)),
});
