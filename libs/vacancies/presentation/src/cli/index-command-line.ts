import {
  AdvanceIndexOperation,
  GetIndexOperation,
  ReadSearchIndex,
  RequestIndexOperation,
  type IndexOperationView,
  type SearchIndexView,
} from '@job-scope/vacancies-application';
import { pause } from '@job-scope/platform-nest';
import { parseArgs } from 'node:util';
import type { CommandOutput } from './worker-command-line';

const USAGE = `usage:
  index status
  index create|rebuild [--engine postgres|elasticsearch]
      make the index that is missing; or make it anew, while searches go on in the old one
  index check [--repair] [--engine ...]
      compare it with what is stored; repair what differs
  index delete --yes [--engine ...]
      searches find nothing until it is made again
`;

const KINDS = ['create', 'rebuild', 'check', 'delete'] as const;
type Kind = (typeof KINDS)[number];

export interface IndexCommandUseCases {
  readonly request: RequestIndexOperation;
  readonly advance: AdvanceIndexOperation;
  readonly operation: GetIndexOperation;
  readonly status: ReadSearchIndex;
}

/** Search indexes at the command line. It does the steps itself, with the workers that run, or without any. */
export class IndexCommandLine {
  constructor(
    private readonly useCases: IndexCommandUseCases,
    private readonly out: CommandOutput,
    private readonly errors: CommandOutput,
    private readonly pauseMs = 500,
  ) {}

  /** Returns the exit code: 0 done, 1 failed, stopped by `signal` or differences left, 2 not understood. */
  async run(args: readonly string[], signal: AbortSignal): Promise<0 | 1 | 2> {
    const command = parse(args);
    if (!command) {
      this.errors.write(USAGE);
      return 2;
    }
    if (command.kind === 'status') return this.status();
    if (command.kind === 'delete' && !command.yes) return this.fail('this deletes the index: say so with --yes');
    const { kind, engine, repair } = command;
    const asked = await this.useCases.request.execute({ requester: null, kind, engine, repair });
    if (asked.ok) return this.follow(asked.value.id, signal);
    if (asked.error.code === 'search-index.unknown-engine') return this.fail(`there is no engine called ${engine}`);
    const open = (await this.useCases.status.execute()).lastOperation;
    if (open?.kind !== kind || (engine !== undefined && open.engine !== engine)) {
      return this.fail(`another operation is under way: ${open?.kind} of ${open?.engine}`);
    }
    this.out.write(`goes on with the ${kind} that is under way\n`);
    return this.follow(open.id, signal);
  }

  private async follow(id: string, signal: AbortSignal): Promise<0 | 1> {
    let told = '';
    while (!signal.aborted) {
      const isTaken = await this.takeStep();
      const found = await this.useCases.operation.execute(id);
      if (!found.ok) return this.fail('the operation is gone');
      const operation = found.value;
      const line = progressOf(operation);
      if (line !== told) this.out.write(`${line}\n`);
      told = line;
      if (operation.status === 'succeeded') return this.conclude(operation);
      if (operation.status === 'failed') return this.fail(`failed: ${operation.failure}`);
      if (!isTaken) await pause(this.pauseMs, signal);
    }
    return this.fail('stopped; workers go on with it, and so does the same command');
  }

  /** What went wrong is in the operation. */
  private async takeStep(): Promise<boolean> {
    try {
      return (await this.useCases.advance.execute()) === 'advanced';
    } catch {
      return false;
    }
  }

  private conclude({ kind, drift }: IndexOperationView): 0 | 1 {
    if (kind !== 'check' || !drift) return 0;
    const { missing, stale, surplus, ahead, refused, waiting, repaired } = drift;
    this.out.write(
      `${missing} missing, ${stale} stale, ${surplus} surplus, ${ahead} ahead, ${refused} refused, ` +
        `${waiting} on their way; ${repaired} repaired\n`,
    );
    for (const [name, ids] of Object.entries(drift.samples)) this.out.write(`${name}: ${ids.join(' ')}\n`);
    return missing + stale + surplus + ahead + refused === repaired ? 0 : 1;
  }

  private async status(): Promise<0> {
    this.out.write(describe(await this.useCases.status.execute()));
    return 0;
  }

  private fail(reason: string): 1 {
    this.errors.write(`${reason}\n`);
    return 1;
  }
}

const progressOf = ({ kind, engine, status, processed, total, failure }: IndexOperationView): string => {
  const done = total === null ? '' : ` ${processed} of ${total}`;
  return `${kind} of ${engine}: ${status}${done}${failure === null ? '' : ` (${failure})`}`;
};

const describe = ({ stored, lag, indexes, lastOperation }: SearchIndexView): string =>
  [
    `${stored} vacancies stored, ${lag.pending} changes on their way${lag.oldestAt ? ` since ${lag.oldestAt.toISOString()}` : ''}`,
    ...indexes.flatMap(({ engine, state, name, version, documents, refused, refusals }) => [
      `${engine}: ${state}, ${name ?? 'no index'}, version ${version ?? '-'}, ${documents ?? '?'} documents, ${refused} refused`,
      ...refusals.map(({ vacancyId, revision, reason }) => `  refused ${vacancyId} (revision ${revision}): ${reason}`),
    ]),
    ...(lastOperation ? [progressOf(lastOperation)] : []),
    '',
  ].join('\n');

interface Command {
  readonly kind: Kind | 'status';
  readonly engine: string | undefined;
  readonly repair: boolean;
  readonly yes: boolean;
}

/** Undefined if it cannot be understood. */
const parse = (args: readonly string[]): Command | undefined => {
  const options = {
    engine: { type: 'string' },
    repair: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [wanted, ...rest] = positionals;
    const kind = wanted === 'status' ? wanted : KINDS.find((each) => each === wanted);
    const { engine, repair, yes } = values;
    const isFitting = (kind === 'check' || !repair) && (kind === 'delete' || !yes);
    return kind && rest.length === 0 && isFitting ? { kind, engine, repair, yes } : undefined;
  } catch {
    return undefined;
  }
};
