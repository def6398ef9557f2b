import { isUuid } from '@job-scope/kernel';
import { RemapVacancies, type RemapProgress } from '@job-scope/vacancies-application';
import { parseArgs } from 'node:util';

const USAGE = `usage:
  remap [--source headhunter] [--after ID]
      read the stored answers of a source anew, after its mapping was repaired, and recover items that were not
      understood when they came; the source is not asked
`;

const BATCH_SIZE = 500;

export interface CommandOutput {
  write(text: string): unknown;
}

/** What an operator may do to stored vacancies at the command line, besides what superusers do over HTTP. */
export class WorkerCommandLine {
  constructor(
    private readonly remapVacancies: RemapVacancies,
    private readonly out: CommandOutput,
    private readonly errors: CommandOutput,
  ) {}

  /** Returns the exit code: 0 done, 1 failed or stopped by `signal`, 2 not understood. */
  async run(args: readonly string[], signal: AbortSignal): Promise<0 | 1 | 2> {
    const command = parse(args);
    if (command?.name === 'remap') return this.remap(command.source, command.after, signal);
    this.errors.write(USAGE);
    return 2;
  }

  private async remap(source: string, after: string | null, signal: AbortSignal): Promise<0 | 1> {
    const input = { source, after, batchSize: BATCH_SIZE };
    const remapped = await this.remapVacancies.execute(input, signal, (progress) => this.tell(progress));
    if (!remapped.ok) return this.fail(`nothing is collected from a source called ${source}`);
    const { complete, last, read, rewritten, recovered, rejected } = remapped.value;
    this.out.write(`${read} read, ${rewritten} rewritten, ${rejected} not understood; ${recovered} recovered\n`);
    if (complete) return 0;
    return this.fail(`stopped: go on with${last === null ? 'out --after' : ` --after ${last}`}`);
  }

  /** One line for each answer that cannot be read, as it is found: there may be many. */
  private tell({ rejected }: RemapProgress): void {
    for (const { id, reason } of rejected) this.errors.write(`vacancy ${id} is left as it was: ${reason}\n`);
  }

  private fail(reason: string): 1 {
    this.errors.write(`${reason}\n`);
    return 1;
  }
}

interface Command {
  readonly name: string | undefined;
  readonly source: string;
  readonly after: string | null;
}

/** Undefined if it cannot be understood. */
const parse = (args: readonly string[]): Command | undefined => {
  const options = { source: { type: 'string', default: 'headhunter' }, after: { type: 'string' } } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [name, ...rest] = positionals;
    const { source, after = null } = values;
    return rest.length === 0 && (after === null || isUuid(after)) ? { name, source, after } : undefined;
  } catch {
    return undefined;
  }
};
