import { UsageError } from './command-line';
import type { RunningSimulator } from './simulator';

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

export interface Program<Options> {
  /** As the ready line names it. */
  readonly name: string;
  /** What is served, in the plural. */
  readonly noun: string;
  readonly help: string;
  /** @returns 'help', or what to start @throws UsageError */
  parse(args: readonly string[]): 'help' | Options;
  /** @throws UsageError for what a user can mend */
  start(options: Options): Promise<RunningSimulator>;
}

/** Runs a simulator until it is told to stop: one line on stdout says where it is. */
export async function runProgram<Options extends { readonly port?: number }>(program: Program<Options>): Promise<void> {
  try {
    const options = program.parse(process.argv.slice(2));
    if (options === 'help') process.stdout.write(program.help);
    else await serve(program, options);
  } catch (error) {
    const usage = error instanceof UsageError;
    process.stderr.write(`${(error as Error).message}\n${usage ? 'Try --help.\n' : ''}`);
    process.exitCode = usage ? EXIT_USAGE : EXIT_FAILURE;
  }
}

async function serve<Options extends { readonly port?: number }>(
  { name, noun, start }: Program<Options>,
  options: Options,
): Promise<void> {
  const simulator = await start(options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${options.port} is in use; choose another --port, or 0 for any free one`, { cause: error });
  });
  process.stdout.write(`${name} simulator ready at ${simulator.url} with ${simulator.size} ${noun}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
}
