import { isUuid } from '@job-scope/kernel';
import { parseArgs } from 'node:util';

/** As it was written: what it may be, the use case says. */
interface CollectWish {
  readonly source: string;
  readonly query: unknown;
  readonly mode?: string;
  readonly maxRequests?: number;
}

export type JobsCommand =
  | { readonly name: 'help' }
  | { readonly name: 'dead-letters' | 'schedules' }
  | ({ readonly name: 'collect'; readonly wait: boolean } & CollectWish)
  | {
      readonly name: 'cancel' | 'replay' | 'schedules-pause' | 'schedules-resume' | 'schedules-run';
      readonly id: string;
    }
  | { readonly name: 'source' | 'source-pause' | 'source-resume'; readonly source: string }
  | { readonly name: 'source-clear'; readonly source: string; readonly confirm: string }
  | { readonly name: 'replay-all'; readonly source?: string; readonly reason?: string };

const OPTIONS = {
  all: { type: 'boolean' },
  confirm: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  'max-requests': { type: 'string' },
  mode: { type: 'string' },
  query: { type: 'string' },
  reason: { type: 'string' },
  source: { type: 'string' },
  wait: { type: 'boolean' },
} as const;

const ALLOWED: Readonly<Record<JobsCommand['name'], readonly (keyof typeof OPTIONS)[]>> = {
  help: ['help'],
  collect: ['query', 'mode', 'max-requests', 'wait'],
  cancel: [],
  'dead-letters': [],
  replay: [],
  'replay-all': ['all', 'source', 'reason'],
  source: [],
  'source-pause': [],
  'source-resume': [],
  'source-clear': ['confirm'],
  schedules: [],
  'schedules-pause': [],
  'schedules-resume': [],
  'schedules-run': [],
};

/** Undefined if it cannot be understood: also if an option is given that the command does not have. */
export const understandJobs = (args: readonly string[]): JobsCommand | undefined => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const command = values.help ? ({ name: 'help' } as const) : commandOf(positionals, values);
    if (!command) return undefined;
    const allowed: readonly string[] = ALLOWED[command.name];
    return Object.keys(values).every((option) => allowed.includes(option)) ? command : undefined;
  } catch {
    // A wrong option, or a query that is no JSON.
    return undefined;
  }
};

type Values = Partial<
  Record<'confirm' | 'query' | 'mode' | 'max-requests' | 'reason' | 'source', string> & Record<'all' | 'wait', boolean>
>;

const commandOf = (words: readonly string[], values: Values) => {
  const { all, confirm, reason, source } = values;
  const [first, second, third, ...rest] = words;
  if (rest.length > 0) return undefined;
  const command = [first, third === undefined ? undefined : second].filter(Boolean).join(' ');
  const object = third ?? second;
  switch (command) {
    case 'dead-letters':
    case 'schedules':
      return object === undefined ? ({ name: command } as const) : undefined;
    case 'collect':
      return object === undefined ? undefined : ({ name: command, ...collectWish(object, values) } as const);
    case 'replay':
      return all && object === undefined ? ({ name: 'replay-all', source, reason } as const) : ofOne('replay', object);
    case 'cancel':
      return ofOne('cancel', object);
    case 'source':
      return object === undefined ? undefined : ({ name: 'source', source: object } as const);
    case 'source pause':
      return { name: 'source-pause', source: String(object) } as const;
    case 'source resume':
      return { name: 'source-resume', source: String(object) } as const;
    case 'source clear':
      return confirm === undefined ? undefined : ({ name: 'source-clear', source: String(object), confirm } as const);
    case 'schedules pause':
      return ofOne('schedules-pause', object);
    case 'schedules resume':
      return ofOne('schedules-resume', object);
    case 'schedules run':
      return ofOne('schedules-run', object);
    default:
      return undefined;
  }
};

const collectWish = (
  source: string,
  { query = '{}', mode, 'max-requests': maxRequests, wait = false }: Values,
): CollectWish & { wait: boolean } => ({
  ...{ source, query: JSON.parse(query), mode, wait },
  maxRequests: maxRequests === undefined ? undefined : Number(maxRequests),
});

const ofOne = <Name extends string>(name: Name, id: string | undefined) => (isUuid(id) ? { name, id } : undefined);
