import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from './user-error';

export const SERVICES = ['auth-service', 'vacancy-worker', 'scheduler', 'api-gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface Options {
  /** How many vacancies the simulator makes up. */
  readonly vacancies: number;
  /** Real search items to serve instead; absolute path. */
  readonly data: string | undefined;
  /** `if-empty`: the database decides; `always`: asked for by naming a number or a file. */
  readonly collect: 'if-empty' | 'always' | 'never';
  /** Services that somebody else starts, in a debugger for example. */
  readonly without: readonly ServiceName[];
}

export const USAGE = `npm start -- [options]

  --vacancies N      let the simulator of HeadHunter make up N vacancies (5000 unless said otherwise), and collect them
  --data FILE        let it serve the search items of a JSON file {"items": […]}, and collect them
  --no-collect       collect nothing, whatever the simulator has
  --without SERVICE  leave a service to you (${SERVICES.join(', ')}); may be repeated
  --help

Settings of the services are taken from the environment (docs/settings.md). Each source is simulated unless its HEADHUNTER_BASE_URL,
TRUDVSEM_BASE_URL or GREENHOUSE_BASE_URL is set. With the first set, nothing is collected unasked. REDIS_URL and ELASTICSEARCH_URL are used when set.`;

const DEFAULT_VACANCIES = 5_000;
const MOST_VACANCIES = 1_000_000;

/** Reads the command line; undefined when only help was asked for. Relative paths are seen from where npm was called. */
export function readOptions(args: readonly string[], cwd: string): Options | undefined {
  const { values } = parse(args);
  if (values.help) return undefined;
  const asked = values.vacancies !== undefined || values.data !== undefined;
  return {
    vacancies: readVacancies(values.vacancies),
    data: values.data === undefined ? undefined : readPath(values.data, cwd),
    collect: values['no-collect'] ? 'never' : asked ? 'always' : 'if-empty',
    without: (values.without ?? []).map(readService),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        vacancies: { type: 'string' },
        data: { type: 'string' },
        'no-collect': { type: 'boolean' },
        without: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readVacancies(text: string | undefined): number {
  if (text === undefined) return DEFAULT_VACANCIES;
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (count >= 1 && count <= MOST_VACANCIES) return count;
  throw new UserError(`--vacancies ${text}: wants a whole number from 1 to ${MOST_VACANCIES}.`);
}

function readPath(text: string, cwd: string): string {
  const path = resolve(cwd, text);
  if (existsSync(path)) return path;
  throw new UserError(`--data ${text}: there is no such file (${path}).`);
}

function readService(text: string): ServiceName {
  const service = SERVICES.find((name) => name === text);
  if (service) return service;
  throw new UserError(`--without ${text}: wants one of ${SERVICES.join(', ')}.`);
}
