import { parseArgs } from 'node:util';
import { DEFAULT_NOW } from './clock';
import type { ListenOptions } from './index';
import { parseHeadHunterDate } from './moscow-time';
import { DEFAULTS, MAX_SIZE } from './simulator';

/** Wrong arguments; the message names the one and says what is wanted. */
export class UsageError extends Error {}

export const HELP = `Simulates the public API of HeadHunter (api.hh.ru).

Usage: simulate:headhunter -- [options]

  --port N           port to listen on, 0 for any free one (default 8080)
  --host HOST        address to listen on (default 127.0.0.1)
  --size N           invented vacancies, 0 to ${MAX_SIZE} (default ${DEFAULTS.size})
  --seed N           the same seed gives the same vacancies (default ${DEFAULTS.seed})
  --now DATE         the virtual "now" (default ${DEFAULT_NOW})
  --data FILE        serve the items of a file {"items":[…]} instead of invented ones
  --token TOKEN      demand this bearer token for vacancies and employers
  --client-id ID     what POST /token accepts (default: anything)
  --client-secret S
  --depth-limit N    how deep a search can be paged (default ${DEFAULTS.depthLimit})
  --control          open the control door under /__control
  --help             show this text
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string' },
  now: { type: 'string' },
  data: { type: 'string' },
  token: { type: 'string' },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  'depth-limit': { type: 'string' },
  control: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const DEFAULT_PORT = 8080;

/** @returns 'help', or what to start @throws UsageError */
export function parseCommandLine(args: readonly string[]): 'help' | ListenOptions {
  const values = parse(args);
  if (values.help) return 'help';
  if (values.data !== undefined && (values.size !== undefined || values.seed !== undefined)) {
    throw new UsageError('--data cannot be combined with --size or --seed: the file decides what is served');
  }
  const empty = (['host', 'data', 'token', 'client-id', 'client-secret'] as const).find((name) => values[name] === '');
  if (empty) throw new UsageError(`--${empty} must not be empty`);
  return {
    port: integer(values, 'port', 0, 65_535) ?? DEFAULT_PORT,
    host: values.host,
    size: integer(values, 'size', 0, MAX_SIZE) ?? DEFAULTS.size,
    seed: integer(values, 'seed', -(2 ** 31), 2 ** 31 - 1) ?? DEFAULTS.seed,
    now: date(values.now),
    data: values.data,
    token: values.token,
    clientId: values['client-id'],
    clientSecret: values['client-secret'],
    depthLimit: integer(values, 'depth-limit', 1, Number.MAX_SAFE_INTEGER) ?? DEFAULTS.depthLimit,
    control: values.control ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function integer(
  values: Partial<Record<'port' | 'size' | 'seed' | 'depth-limit', string>>,
  name: 'port' | 'size' | 'seed' | 'depth-limit',
  min: number,
  max: number,
): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`--${name} must be an integer from ${min} to ${max}, not "${text}"`);
}

function date(text: string | undefined): string {
  if (text === undefined) return DEFAULT_NOW;
  if (parseHeadHunterDate(text) !== undefined) return text;
  throw new UsageError(`--now must look like ${DEFAULT_NOW}, not "${text}"`);
}
