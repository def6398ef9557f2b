import { readOptions, USAGE } from './options';
import { Screen } from './screen';
import { Stack } from './stack';
import { start } from './start';
import { UserError } from './user-error';

const FAILED = 1;

/** Starts everything, stays until it is told to stop or something breaks, and leaves no process behind. */
async function main(): Promise<number> {
  const screen = new Screen(process.stdout);
  const stack = new Stack();
  const stop = stopRequested();
  let starting: Promise<void> | undefined;
  try {
    const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
    if (!options) {
      screen.say(USAGE);
      return 0;
    }
    starting = start(options, stack, screen, stop.signal);
    await Promise.race([starting.then(() => untilAborted(stop.signal)), stack.broken]);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 0;
    screen.say(`\n${explain(error)}`);
    return FAILED;
  } finally {
    if (starting) screen.say('\nStopping …');
    screen.mute();
    // What is just being started must be there to be stopped.
    stop.abort();
    await starting?.catch(() => {});
    await stack.stop();
  }
}

/** Aborted by Ctrl-C, kill, a closed terminal, and the end of the bootstrap, which holds our terminal. */
function stopRequested(): AbortController {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  process.once('disconnect', () => stop.abort());
  process.channel?.unref();
  return stop;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });

function explain(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const { code, path, stack, message } = error as NodeJS.ErrnoException;
  // PostgreSQL and its programs say it in words.
  if (code === 'ENOSPC' || /no space left on device/i.test(message)) return `The disk is full: ${path ?? message}`;
  if (path && ['EACCES', 'EPERM', 'EROFS'].includes(code ?? '')) return `${path} cannot be written to (${code}).`;
  return stack ?? String(error);
}

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(FAILED);
  },
);
