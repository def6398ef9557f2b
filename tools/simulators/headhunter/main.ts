import { HELP, parseCommandLine, UsageError } from './cli';
import { ItemFileError, startHeadHunterSimulator, type ListenOptions, type RunningSimulator } from './index';

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

async function main(): Promise<void> {
  const options = parseCommandLine(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const simulator = await start(options);
  process.stdout.write(`HeadHunter simulator ready at ${simulator.url} with ${simulator.size} vacancies\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
}

/** Turns what a user can mend into a message of one line. */
async function start(options: ListenOptions): Promise<RunningSimulator> {
  try {
    return await startHeadHunterSimulator(options);
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (error instanceof ItemFileError) throw new UsageError(`--data ${options.data}: ${message}`);
    if (syscall === 'open' || syscall === 'read')
      throw new UsageError(`--data ${options.data}: cannot be read (${code})`);
    if (code === 'EADDRINUSE') {
      throw new Error(`port ${options.port} is in use; choose another --port, or 0 for any free one`, { cause: error });
    }
    throw error;
  }
}

main().catch((error: Error) => {
  const usage = error instanceof UsageError;
  process.stderr.write(`${error.message}\n${usage ? 'Try --help.\n' : ''}`);
  process.exitCode = usage ? EXIT_USAGE : EXIT_FAILURE;
});
